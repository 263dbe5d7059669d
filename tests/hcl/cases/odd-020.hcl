a=a[b c]
