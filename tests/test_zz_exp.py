import time, pytest
from django.db import transaction
from tests import people
from reports.demo import stories
from candidates.enums import Stage

@pytest.fixture(scope="module")
def story(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        t=time.time(); stories.load("khoi-2021"); print("LOAD", time.time()-t)
        yield
        transaction.set_rollback(True)

def test_cast(db):
    t=time.time(); c=people.cast(); print("CAST", time.time()-t)
    t=time.time(); d=people.dossier(c, Stage.OFFICIAL); print("DOSS", time.time()-t)
    t=time.time(); b=people.signed_in(c.leader); print("SIGN", time.time()-t)
    t=time.time(); r=b.get("/ho-so/"); print("GET", time.time()-t, r.status_code)
    t=time.time(); r=b.get("/ho-so/"); print("GET", time.time()-t, r.status_code)
    for u in ("/ho-so/%00/","/to-chuc/%00/","/?don_vi=%00","/ho-so/?don_vi=%00","/ho-so/?tim=%00","/ho-so/?vao_buoc=admitted&den=31/12/9999","/ho-so/?tai_ngay=9999-12-31&han=soon","/bao-cao/tien-do/?don_vi=%00","/bao-cao/tien-do/?den_ngay=0001-01-01","/van-ban/99999999999999999999999/", "/ho-so/?trang=99999999999999999999", "/ho-so/?vao_buoc=&vao_buoc=admitted","/ho-so/?tai_ngay=0001-01-01", "/ho-so/?tu=0001-01-01&den=0001-01-01&vao_buoc=admitted"):
        try:
            with transaction.atomic():
                print(u, b.get(u).status_code)
        except Exception as e:
            print(u, type(e), e)
def test_story(story, db):
    from organizations.models import User
    b=people.signed_in(User.objects.get(username="lanhdao"))
    for u in ("/","/ho-so/","/bao-cao/tien-do/","/bao-cao/tien-do/pdf/","/to-chuc/22.001/"):
        t=time.time(); r=b.get(u); print(u, r.status_code, time.time()-t)
