"""The story ``tieu-chuan-2019``: provincial agencies under letter 52-CV/BTCĐU, seen from 30-9-2019.

About 45 dossiers stand at every place where the letter's criterion answers differently: met, not met, open, not bound.
The letter does not say which province it comes from; nor does the story. Every person is invented.
"""
