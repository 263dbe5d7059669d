a=<<E
E
