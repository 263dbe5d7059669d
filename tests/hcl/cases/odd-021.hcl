a=a[b
