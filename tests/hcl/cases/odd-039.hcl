a=<<E
E)
b=2
