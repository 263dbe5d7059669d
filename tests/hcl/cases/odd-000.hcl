a=a.1e0e5
