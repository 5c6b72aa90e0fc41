"""The story ``hoi-2015``: a province under letter 2246-CV/TU and the conclusion of 2014, seen from 31-12-2015.

A dozen provincial associations with theirs in districts and communes, five socio-political organisations, and about 180
people followed since January 2015. Nothing is known of candidates in 2014. Every person and every enterprise is invented.
"""
