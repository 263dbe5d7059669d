a=<<E
$$
E
