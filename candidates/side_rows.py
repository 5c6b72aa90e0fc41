"""The rows of side tracks that an act wrote: what of them no longer counts once it is taken back (``undoing``)."""

from candidates.models import Act, Comment, Helper, Transfer
from organizations.models import Unit


def take_back(act: Act) -> None:
    """Take back, inside ``acting``, what an act said of a returned dossier, of a refused one, and of the helper it ended."""
    Comment.objects.filter(act=act).update(void=True)
    Comment.objects.filter(fix_act=act).update(fixed_on=None, fixed_words="", fixed_by=None, fix_act=None)
    Comment.objects.filter(close_act=act).update(closed_on=None, closed_by=None, close_act=None)
    Transfer.objects.filter(refuse_act=act).update(refused_on=None, refuse_reason="", refused_by=None, refuse_act=None)
    Helper.objects.filter(end_act=act).update(valid_until=None, end_act=None)


def where(act: Act) -> Unit:
    """Return the unit whose people did an act: of a refusal to receive a dossier the cell that refused, else the dossier's."""
    refused = Transfer.objects.filter(refuse_act=act).select_related("to_unit").first()
    return refused.to_unit if refused else act.dossier.unit
