a=a.1e3
