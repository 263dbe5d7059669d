a=a[*b]
