a=<<E
E
