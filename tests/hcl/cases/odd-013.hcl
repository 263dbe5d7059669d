a=<<E
x$
E
