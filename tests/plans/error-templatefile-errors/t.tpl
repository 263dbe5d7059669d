a ${x}
