a=f.*.b..c
