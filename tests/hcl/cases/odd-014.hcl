a=<<E
%$
E
