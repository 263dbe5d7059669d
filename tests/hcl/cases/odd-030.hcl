a=1 /* text
b=2
