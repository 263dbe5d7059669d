a=<<E
$
E
