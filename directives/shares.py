"""Sharing a whole number of people out over units in proportion to their size."""

from collections.abc import Mapping


def in_proportion(total: int, sizes: Mapping[int, int]) -> dict[int, int]:
    """Share ``total`` by ``sizes`` (key → size) so that the shares add up exactly: largest remainders first."""
    whole = sum(sizes.values())
    if not whole:
        return dict.fromkeys(sizes, 0)
    exact = {key: divmod(total * size, whole) for key, size in sizes.items()}
    shares = {key: quotient for key, (quotient, _) in exact.items()}
    left = total - sum(shares.values())
    for key in sorted(exact, key=lambda key: (-exact[key][1], key))[:left]:
        shares[key] += 1
    return shares
