"""The yearly report of a socio-political organisation (conclusion of 2014), with the co-signature of Ban Tổ chức."""
