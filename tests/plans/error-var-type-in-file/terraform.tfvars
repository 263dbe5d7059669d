x = 1
v = "a"
