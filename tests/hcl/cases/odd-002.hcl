a=a.*.1e1e1
