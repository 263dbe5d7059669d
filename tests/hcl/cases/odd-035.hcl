a=<<T
x${y
T
