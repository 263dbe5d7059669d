a=f(<<E
E,1)
