a="%{else A}"
