"""Periods and scopes by construction; invented sentences, days counted by hand."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.extraction.periods import period_of
from analysis.extraction.sentences import Document
from analysis.extraction.when.datelines import dateline
from analysis.extraction.when.dating import infer_published

WEDNESDAY = dt.date(2018, 5, 2)
# sentence with the number 12, then first day, last day, scope; the article is of Wednesday 2 May 2018
CASES = {
    "an earlier toll, behind another day": (
        "The toll rose to 16 on Tuesday. The raids hit Hajin on Friday. It had first put the toll at 12 people.",
        "2018-04-27",
        "2018-04-27",
        "event",
    ),
    "the day on which something was confirmed": (
        "Gas was used in an attack on Hajin on the 20th of April. On Tuesday it was confirmed by officials. The attack killed 12 people.",
        "2018-04-20",
        "2018-04-20",
        "event",
    ),
    "the day on which somewhere was hit": (
        "Gas was used in the attack on Hajin on the 20th of April. On Tuesday the town was hit by shells. The attack killed 12 people.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "a report is published, the strike was before": (
        "The alliance admitted that it carried out a strike on 20 March. In a report published on Tuesday it said 12 people had died.",
        "2018-03-20",
        "2018-03-20",
        "event",
    ),
    "last week's attack": (
        "A group called on Tuesday for an inquiry into last week's air strike on a school. It said 12 people were killed in the attack.",
        "2018-04-23",
        "2018-04-29",
        "event",
    ),
    "last week's talks": (
        "A group hailed last week's talks. It said 12 people were killed in the attack on Monday.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "a lead's day is not that with which a later sentence turns to something else": (
        "Shelling killed 12 people in the town. The army came from three flanks. On Saturday it took a hospital in the city.",
        None,
        None,
        "event",
    ),
    "a lead's day in a later sentence": (
        "Shelling killed 12 people in the town. The army came from three flanks. The shells fell on Saturday.",
        "2018-04-28",
        "2018-04-28",
        "event",
    ),
    "the day under a photograph": (
        "A monitor said on Tuesday they fought. Fighters walk in a village by the city March 19 2018. Reuters Some 12 people died.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "the toll of those killed in the war": (
        "The loss brought the toll of soldiers killed in the conflict to 12 people.",
        None,
        "2018-05-02",
        "cumulative",
    ),
    "the toll of those killed in a crash": (
        "The death on Tuesday brought the toll from the crash to 12 people.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "said in a month": (
        "The agency in March said that 12 people had been killed since 2014.",
        "2014-01-01",
        "2018-03-31",
        "cumulative",
    ),
    "days after another": (
        "The exchange went on Tuesday, days after a bombing killed 12 people.",
        None,
        None,
        "event",
    ),
    "a week, and the day on which it happened": (
        "The army has stepped up its raids this week, killing 12 people when it dropped bombs on the town on Monday.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "recent days, and the weekend on which it happened": (
        "The army has stepped up its raids in recent days, killing 12 people when it bombed the town at the weekend.",
        "2018-04-28",
        "2018-04-29",
        "event",
    ),
    "a day, and an older one": (
        "On Tuesday raids killed 12 people when they hit a market as on Monday.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "recent days": ("Rebel fire has killed 12 people in recent days.", None, "2018-05-02", "event"),
    "the past few days": ("Rebel fire has killed 12 people in the past few days.", "2018-04-29", "2018-05-02", "event"),
    "past week, without an article": ("Jets killed 12 people during past week.", "2018-04-25", "2018-05-02", "event"),
    "the day of a vote": ("On Tuesday shells hit a rally for a June 3 poll and killed 12 people.", "2018-05-01", "2018-05-01", "event"),
    "a day on which an attack was claimed": (
        "The Islamic State group on Friday claimed a suicide attack in which 12 people died a day earlier.",
        "2018-04-26",
        "2018-04-26",
        "event",
    ),
    "a day that claimed lives": (
        "A blast that on Tuesday claimed the lives of 12 people struck a market.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "the day of a raid of which is told": (
        "A war monitor said Monday's raids killed 12 people.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "a date on which a hill was seized": (
        "Raids killed 12 people in Hara. It is near a hill that Nusra rebels seized on April 5 in a battle.",
        None,
        None,
        "event",
    ),
    "a date on which the strikes were": (
        "Raids killed 12 people in Hara. The strikes hit a hill near it on April 5 in a battle.",
        "2018-04-05",
        "2018-04-05",
        "event",
    ),
    "since a weekday, and no verb behind it": (
        "The agency said 12 people had come since Monday by the time night fell.",
        "2018-04-30",
        "2018-05-02",
        "event",
    ),
    "since an offensive was launched": (
        "The battle began on April 3. Medics said 12 people had died since Ankara launched it.",
        "2018-04-03",
        "2018-05-02",
        "cumulative",
    ),
    "and said it knew of others since then": (
        "Shells fell on Monday. It counted 12 people dead and said it knew of 40 wounded since Friday.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "and said they had died since then": (
        "Shells fell on Monday. It counted 12 people dead and said they had died since Friday.",
        "2018-04-27",
        "2018-05-02",
        "event",
    ),
    "the number of those whom it has killed since": (
        "The raid brings to 12 people the number of villagers whom the group has killed since March.",
        "2018-03-01",
        "2018-05-02",
        "cumulative",
    ),
    "those whom it has held since": (
        "The raid on Monday killed 12 people whom the group has held since March.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "shelling, in a battle whose beginning is told": (
        "The battle began on April 3. Raids came on Monday.\n\nMedics met. Turkish shelling has wounded 12 people.",
        "2018-04-03",
        "2018-05-02",
        "cumulative",
    ),
    "shelling, in no battle": (
        "Raids came on Monday.\n\nMedics met. Turkish shelling has wounded 12 people.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "in a month, of a battle that began last week": (
        "The battle began on April 25. Shelling has killed 12 people in a month.",
        "2018-04-02",
        "2018-05-02",
        "cumulative",
    ),
    "in a month, of a battle that began about then": (
        "The battle began on April 3. Shelling has killed 12 people in a month.",
        "2018-04-03",
        "2018-05-02",
        "cumulative",
    ),
    "a third count of the same days": (
        "The SDF said 40 had died since Thursday. The army said it had lost 9 men. The Observatory spoke of 12 people.",
        "2018-04-26",
        "2018-05-02",
        "cumulative",
    ),
    "a count of one raid beside others": (
        "The SDF said 40 had died since Thursday. The army said it had lost 9 men. The Observatory spoke of 12 people in a raid.",
        None,
        None,
        "event",
    ),
    "of a lower figure": (
        "Turkey said 40 had died since April 3.\n\nThe Observatory gave a far lower figure. It said 12 people had died.",
        "2018-04-03",
        "2018-05-02",
        "cumulative",
    ),
    "of a raid beside a lower figure": (
        "Turkey said 40 had died since April 3.\n\nThe Observatory gave a lower figure. It said a raid on Monday left 12 people dead.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "also died, in the fighting that began then": (
        "The others fell in the fighting for the base, which began on Monday. Some 12 people also died.",
        "2018-04-30",
        "2018-05-02",
        "event",
    ),
    "also died, on the day told": (
        "The others fell when shells hit the base on Monday. Some 12 people also died.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "a battle that lasted from one month to another": (
        "The six-month battle killed 12 people. The battle, which lasted from October 2016 to March 2017, is over.",
        "2016-10-01",
        "2017-03-31",
        "cumulative",
    ),
    "a drought that lasted": (
        "The six-month battle killed 12 people. A drought lasted from October 2016 to March 2017, before the battle.",
        "2017-11-01",
        "2018-05-02",
        "cumulative",
    ),
    "where they took a quarter on a day": (
        "In the city, where fighters captured a quarter on Monday, 12 people have died.",
        "2018-04-30",
        "2018-05-02",
        "event",
    ),
    "where they met on a day": (
        "Shells fell on Tuesday. In the city, where monitors met on Monday, 12 people have died.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "where they took a quarter, and shells fell later": (
        "In the city, where fighters captured a quarter on Monday, 12 people were killed on Tuesday.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "so far, since an attack of years ago": (
        "The group overran the town on April 3, 2014. The raid was swift. So far 12 people have been found dead.",
        "2014-04-03",
        "2018-05-02",
        "cumulative",
    ),
    "so far, since nothing that was told": (
        "A convoy left the town on April 3, 2014. The trip was swift. So far 12 people have been found dead.",
        None,
        "2018-05-02",
        "cumulative",
    ),
    "in the battle": (
        "The battle began on April 3. Raids came on Monday. Medics knew of 12 people hurt in the battle.",
        "2018-04-03",
        "2018-05-02",
        "cumulative",
    ),
    "in a raid beside the battle": (
        "The battle began on April 3. Raids came on Monday. Medics knew of 12 people hurt in the raid.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "in a battle whose start nobody tells": (
        "Raids came on Monday. Medics knew of 12 people hurt in the battle.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "a week's attack, its day named behind": (
        "An attack this week killed 12 people, medics said. Gas shells fell on the town on Monday.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "since U.S.-backed men came": (
        "It said 12 people had died in the city since U.S.-backed men entered it on April 3.",
        "2018-04-03",
        "2018-05-02",
        "cumulative",
    ),
    "a battle a month long": (
        "The battle began on April 3. The month-long battle cost the lives of 12 people.",
        "2018-04-03",
        "2018-05-02",
        "cumulative",
    ),
    "an August attack": ("An August gas attack killed 12 people.", "2017-08-01", "2017-08-31", "event"),
    "whom it took last week": ("The group on Monday freed 12 people it seized in April.", "2018-04-30", "2018-04-30", "event"),
    "as they fled": ("Shells killed 12 people as they fled a village on Monday.", "2018-04-30", "2018-04-30", "event"),
    "when they took": ("They killed 12 people when they captured a field on Monday.", "2018-04-30", "2018-04-30", "event"),
    "behind the day on which it began": (
        "Turkey began the operation on April 3. The militia said 12 people had died.",
        "2018-04-03",
        "2018-05-02",
        "cumulative",
    ),
    "behind the day on which something else began": (
        "Talks began on April 3 in Geneva. The militia said 12 people had died on Monday.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "a town taken last month": (
        "Some 12 people were killed on Saturday in Afrin, a town that Turkish troops captured last month.",
        "2018-04-28",
        "2018-04-28",
        "event",
    ),
    "another's figure for the same days": (
        "The army said 40 people had died since Sunday. The Observatory put the number at 12 people.",
        "2018-04-29",
        "2018-05-02",
        "event",
    ),
    "another's figure for one raid": (
        "The army said 40 people had died since Sunday. The Observatory said a raid had killed 12 people.",
        None,
        None,
        "event",
    ),
    "since a weekday, six days on": ("The army said 12 people had died since Thursday.", "2018-04-26", "2018-05-02", "cumulative"),
    "since a weekday, five days on": ("The army said 12 people had died since Friday.", "2018-04-27", "2018-05-02", "event"),
    "so far, behind another day": (
        "The army began the battle on April 19. SANA said 3 died on Monday, adding that 12 people had been killed so far.",
        "2018-04-19",
        "2018-05-02",
        "cumulative",
    ),
    "so far beside a day": ("On Monday 12 people were killed, and so far nobody has owned up to it.", "2018-04-30", "2018-04-30", "event"),
    "a town taken in an aside": (
        "Rebels attacked on Tuesday. They shelled Homs, which the army captured on April 8. Some 12 people died.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "a town shelled in an aside": (
        "Rebels came on Tuesday. They fled from Homs, which the army shelled on Monday. Some 12 people died.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "trying since a day": (
        "Troops have been trying since April 19 to push on, and 12 people have died.",
        "2018-04-19",
        "2018-05-02",
        "cumulative",
    ),
    "the deadliest month of a year": (
        "April was the deadliest month of 2018, with 12 people killed in raids.",
        "2018-04-01",
        "2018-04-30",
        "cumulative",
    ),
    "the deadliest month of this year": (
        "April was the deadliest month this year, with 12 people killed in raids.",
        "2018-04-01",
        "2018-04-30",
        "cumulative",
    ),
    "that attack, of a year": (
        "Gas was used in the town in 2013. Many blamed the army for that attack, which killed 12 people.",
        "2013-01-01",
        "2013-12-31",
        "event",
    ),
    "the attack": (
        "Gas was used on Monday. Many blamed the army for the attack, which killed 12 people.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "two days after, and then": (
        "On Tuesday, two days after the minister came to the town, they dug out 12 people.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "the day of some of them": (
        "They came in April. Raids that month killed 12 people, among them at least six in Hajin on April 19.",
        "2018-04-01",
        "2018-04-30",
        "event",
    ),
    "mourned on one day, killed on another": (
        "They mourned on Tuesday those killed on Monday.\n\nThe toll reached 12 people.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "in June of that year": ("They came in 2014. They killed 12 people in June of that year.", "2014-06-01", "2014-06-30", "event"),
    "in June": ("They came in 2014. They killed 12 people in June.", "2017-06-01", "2017-06-30", "event"),
    "since the turn of the year": ("Cold has killed 12 people since the turn of the year.", "2018-01-01", "2018-05-02", "cumulative"),
    "a day before that of saying so": (
        "The army said on Monday that a raid a day earlier had killed 12 people.",
        "2018-04-29",
        "2018-04-29",
        "event",
    ),
    "a day before": ("A raid a day earlier had killed 12 people.", "2018-05-01", "2018-05-01", "event"),
    "a day of denying": ("The army denied on Monday that its raid on Sunday had killed 12 people.", "2018-04-29", "2018-04-29", "event"),
    "a day of denying, before": (
        "The army on Monday dismissed a report that 12 people died on Sunday.",
        "2018-04-29",
        "2018-04-29",
        "event",
    ),
    "a day of killing": ("The army on Monday killed 12 people.", "2018-04-30", "2018-04-30", "event"),
    "weekday before": ("Shelling killed 12 people on Tuesday.", "2018-05-01", "2018-05-01", "event"),
    "weekday of the day itself": ("Shelling killed 12 people on Wednesday.", "2018-05-02", "2018-05-02", "event"),
    "weekday in the week before": ("Shelling killed 12 people on Thursday.", "2018-04-26", "2018-04-26", "event"),
    "weekday of last week": ("Shelling killed 12 people on Wednesday of last week.", "2018-04-25", "2018-04-25", "event"),
    "day of saying is not the day of the event": (
        "Shelling on Monday killed 12 people, a doctor said on Tuesday.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "yesterday": ("Shelling killed 12 people yesterday.", "2018-05-01", "2018-05-01", "event"),
    "date": ("Shelling killed 12 people on 14 April.", "2018-04-14", "2018-04-14", "event"),
    "date of the year before": ("Shelling killed 12 people on December 3.", "2017-12-03", "2017-12-03", "event"),
    "date with year": ("Shelling killed 12 people on July 25, 2016.", "2016-07-25", "2016-07-25", "event"),
    "hours": ("Shelling killed 12 people in the past 48 hours.", "2018-04-30", "2018-05-02", "event"),
    "since a month": ("Shelling has killed 12 people since February.", "2018-02-01", "2018-05-02", "cumulative"),
    "since a date": ("Shelling has killed 12 people since the 25th of March.", "2018-03-25", "2018-05-02", "cumulative"),
    "since something happened on a day": (
        "Shelling has killed 12 people since the truce collapsed on March 25.",
        "2018-03-25",
        "2018-05-02",
        "cumulative",
    ),
    "month": ("Shelling killed 12 people in March.", "2018-03-01", "2018-03-31", "event"),
    "late in a month": ("Shelling killed 12 people in late March.", "2018-03-21", "2018-03-31", "event"),
    "last week": ("Shelling killed 12 people last week.", "2018-04-23", "2018-04-29", "event"),
    "a comparison is no start": ("Shelling killed 12 people, the most in one day since March.", None, None, "event"),
    "first in a while is no start": ("For the first time since March, 12 people died yesterday.", "2018-05-01", "2018-05-01", "event"),
    "that day is carried": ("Shelling hit on Monday; 12 people died that day.", "2018-04-30", "2018-04-30", "event"),
    "weeks": ("Shelling has killed 12 people over the past eight weeks.", "2018-03-07", "2018-05-02", "cumulative"),
    "from a day to a day": ("Shelling killed 12 people from March 4 to March 20.", "2018-03-04", "2018-03-20", "cumulative"),
    "two weekdays": ("Shelling killed 12 people on Sunday and Monday.", "2018-04-29", "2018-04-30", "event"),
    "between weekdays": ("Shelling killed 12 people overnight between Monday and Tuesday.", "2018-04-30", "2018-05-01", "event"),
    "in a raid of a day": (
        "The monitor on Wednesday counted 12 people killed in Monday's raid.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "a few days are one event": ("Shelling has killed 12 people since yesterday.", "2018-05-01", "2018-05-02", "event"),
    "what went on before is no period": (
        "The army on Monday freed 12 people whom rebels had held since March.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "that day": ("Rebels raided the town on March 25. Shelling killed 12 people that day.", "2018-03-25", "2018-03-25", "event"),
    "strikes have killed": (
        "The army has been advancing since March 25. Its strikes have killed 12 people.",
        "2018-03-25",
        "2018-05-02",
        "cumulative",
    ),
    "first week of this month": ("Shelling killed 12 people in the first week of last month.", "2018-04-01", "2018-04-07", "event"),
    "last week of a month": ("Shelling killed 12 people in the last week of March.", "2018-03-25", "2018-03-31", "event"),
    "since the beginning of the month": (
        "Shelling has killed 12 people since the beginning of the year.",
        "2018-01-01",
        "2018-05-02",
        "cumulative",
    ),
    "half a year": ("Shelling killed 12 people in the first half of 2017.", "2017-01-01", "2017-06-30", "cumulative"),
    "since they took it": ("Shelling has killed 12 people since the army entered the city.", None, "2018-05-02", "cumulative"),
    "a duration is no period": (
        "Shelling hit on Monday; 12 people besieged for two years died that day.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "a clause of its own tells another time": (
        "Shelling on Monday killed 12 people in the town, which rebels have held since 2015.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "a street is no date": ("Shelling near April 7th Street killed 12 people on Sunday.", "2018-04-29", "2018-04-29", "event"),
    "the date of a photograph": (
        "Smoke over Idlib on March 6, 2018 (Agency Photo). Shelling killed 12 people on Sunday.",
        "2018-04-29",
        "2018-04-29",
        "event",
    ),
    "from one day to another of a year behind": (
        "Shelling killed 12 people from 6 June to 17 October 2017.",
        "2017-06-06",
        "2017-10-17",
        "cumulative",
    ),
    "a month of saying so": (
        "In April the coalition acknowledged that it had killed 12 people since March 2017.",
        "2017-03-01",
        "2018-04-30",
        "cumulative",
    ),
    "what is long past is not the day of the news": (
        "Shelling killed 12 people. A massacre there on May 25, 2012 shocked the world.",
        None,
        None,
        "event",
    ),
    "an agency's dateline": (
        "BEIRUT, April 30 (AFP) - Shelling killed 12 people on Sunday, a doctor said.",
        "2018-04-29",
        "2018-04-29",
        "event",
    ),
    "a dateline is not the day of the event": (
        "AMMAN, April 30 (Reuters) - Shelling killed 12 people in March.",
        "2018-03-01",
        "2018-03-31",
        "event",
    ),
    "the first of a list of days is no dateline": (
        "Attacks of this year:\n\nMarch 8 - Shelling killed 12 people in Homs.\n\nApril 3 - A bomb hit a bus in Hama.",
        "2018-03-08",
        "2018-03-08",
        "event",
    ),
    "a day is no dateline": ("In the town, April 20 saw shelling kill 12 people.", "2018-04-20", "2018-04-20", "event"),
    "months of two years": ("Shelling killed 12 people between August 2014 and March 2018.", "2014-08-01", "2018-03-31", "cumulative"),
    "in less than": ("Shelling killed 12 people in less than three weeks.", "2018-04-11", "2018-05-02", "cumulative"),
    "months in part": ("Shelling killed 12 people between December and mid-March.", "2017-12-01", "2018-03-20", "cumulative"),
    "two weekdays, two events": ("After Sunday and Monday's raids, 12 people died on Tuesday.", "2018-05-01", "2018-05-01", "event"),
    "two months": ("Shelling killed 12 people between December and March.", "2017-12-01", "2018-03-31", "cumulative"),
    "weekday with its date": ("Shelling killed 12 people since Sunday, he said on Tuesday 1 May.", "2018-04-29", "2018-05-01", "event"),
    "start of the year": ("Since the start of the year shelling has killed 12 people.", "2018-01-01", "2018-05-02", "cumulative"),
    "season": ("Shelling killed 12 people in the summer of 2016.", "2016-06-01", "2016-08-31", "cumulative"),
    "year": ("Shelling killed 12 people in 2016.", "2016-01-01", "2016-12-31", "cumulative"),
    "launched on a day, has left": (
        "The offensive, launched on March 10, has left 12 people dead.",
        "2018-03-10",
        "2018-05-02",
        "cumulative",
    ),
    "launched on a day, killed": ("A rocket launched on March 10 killed 12 people.", "2018-03-10", "2018-03-10", "event"),
    "one attack of a year": ("A car bomb killed 12 people in 2016.", "2016-01-01", "2016-12-31", "event"),
    "fall of a town is no season": ("Since the fall of the town, 12 people have died.", None, None, "event"),
    "weekend": ("Shelling killed 12 people over the weekend.", "2018-04-28", "2018-04-29", "event"),
    "ages are no durations": ("A boy of 12 years was among 12 people killed on Monday.", "2018-04-30", "2018-04-30", "event"),
    "no day": ("Shelling killed 12 people.", None, None, "event"),
    "a date of last year": ("Shelling has killed 12 people since March 24 last year.", "2017-03-24", "2018-05-02", "cumulative"),
    "a date of this year": ("Shelling has killed 12 people since March 24.", "2018-03-24", "2018-05-02", "cumulative"),
    "first months of a year": ("Shelling killed 12 people in the first three months of 2018.", "2018-01-01", "2018-03-31", "cumulative"),
    "a month before an attack": ("It held those behind the January bombing, which killed 12 people.", "2018-01-01", "2018-01-31", "event"),
    "since a day when something else was": (
        "Shelling has killed 12 people since Sunday, when the truce ended.",
        "2018-04-29",
        "2018-05-02",
        "event",
    ),
    "since a day, long before": (
        "Shelling has killed 12 people since government forces began an offensive against the rebels there nine days ago.",
        "2018-04-23",
        "2018-05-02",
        "cumulative",
    ),
    "first days of what began": (
        "The offensive began on April 20. In its first eight days 12 people were killed.",
        "2018-04-20",
        "2018-04-28",
        "event",
    ),
    "the perfect goes on counting": (
        "The offensive has gone on since April 1. On Tuesday a shop burned. In all, 12 people have been killed.",
        "2018-04-01",
        "2018-05-02",
        "cumulative",
    ),
    "that month": ("In March the town fell. Some 12 people died that month.", "2018-03-01", "2018-03-31", "event"),
    "the day of saying, with no other": (
        "Tanks came. Shelling killed 12 people, the monitor said on Tuesday.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "since when, fronted": (
        "Since March 24, when the town fell, shelling has killed 12 people.",
        "2018-03-24",
        "2018-05-02",
        "cumulative",
    ),
    "since when, inside": ("It was shelled since April 25, when rebels killed 12 people.", "2018-04-25", "2018-04-25", "event"),
    "a semicolon": (
        "The siege went on. On Monday tanks came. Shelling killed 12 people; others fled in March.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "a phase": ("The last phase, launched on April 3, took the lives of 12 people.", "2018-04-03", "2018-05-02", "cumulative"),
    "a report released": ("A report released in April said that shelling killed 12 people in March.", "2018-03-01", "2018-03-31", "event"),
    "at the weekend": ("Shelling killed 12 people at the weekend.", "2018-04-28", "2018-04-29", "event"),
    "a photograph's day": (
        "Tanks near a school on Monday (AFP photo). Shelling killed 12 people on Tuesday.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "a paragraph's own day of saying": (
        "Rain fell.\n\nOn April 23 rebels came.\n\nTanks came.\n\nA ministry said on Tuesday that 12 people were killed.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "the page's own day": (
        "Sun 14 Feb 2016 Army advances. It seized a hill. Tanks came. Shelling killed 12 people.",
        "2016-02-14",
        "2016-02-14",
        "event",
    ),
    "a month to date": ("Shelling killed 12 people in May.", "2018-05-01", "2018-05-02", "event"),
    "a month that is over": ("Shelling killed 12 people in March.", "2018-03-01", "2018-03-31", "event"),
    "days of fighting": ("Two days of heavy clashes have killed 12 people.", "2018-04-30", "2018-05-02", "event"),
    "days of mourning": ("On Monday shelling killed 12 people. Two days of mourning were declared.", "2018-04-30", "2018-04-30", "event"),
    "past few hours": ("Shelling killed 12 people in the past few hours.", "2018-05-02", "2018-05-02", "event"),
    "what began and goes on": (
        "The assault on the town began on April 19. It has left 12 people dead.",
        "2018-04-19",
        "2018-05-02",
        "cumulative",
    ),
    "said at the time": (
        "The army took the town on Monday. It said at the time that 12 people had been killed since the start of March.",
        "2018-03-01",
        "2018-04-30",
        "cumulative",
    ),
    "an operation of weeks": (
        "The operation, which opened on April 9, cost the lives of 12 people.",
        "2018-04-09",
        "2018-05-02",
        "cumulative",
    ),
    "an operation of a day": ("The operation, which opened on April 30, cost the lives of 12 people.", "2018-04-30", "2018-04-30", "event"),
    "over the days told before": ("Strikes hit it from April 3 to 5. Some 12 people died.", "2018-04-03", "2018-04-05", "event"),
    "not over years told before": (
        "Strikes hit it in the past six years. Some 12 people died on Tuesday.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "days of a month": ("Some 12 people were killed between 3 and 5 April.", "2018-04-03", "2018-04-05", "event"),
    "a month's days": ("Strikes from April 3 to 5 killed 12 people.", "2018-04-03", "2018-04-05", "event"),
    "no such days": ("Strikes between 30 and 31 February killed 12 people.", None, None, "event"),
    "an early month before a number": (
        "Since early April 44,000 people have fled and 12 people have been killed.",
        "2018-04-01",
        "2018-05-02",
        "cumulative",
    ),
    "released in a month": (
        "In January he was shot. The army said 12 people had been released in March.",
        "2018-03-01",
        "2018-03-31",
        "event",
    ),
    "a report released in a month": (
        "A report released in March said 12 people were killed in January.",
        "2018-01-01",
        "2018-01-31",
        "event",
    ),
    "the day of a photograph": ("Smoke on Sunday (AFP photo). A raid killed 12 people on Tuesday.", "2018-05-01", "2018-05-01", "event"),
    "an agency in brackets": ("A raid killed 12 people on Tuesday (AP).", "2018-05-01", "2018-05-01", "event"),
    "a number's day of a month in short": ("Shelling has killed 12 people since Jan. 9.", "2018-01-09", "2018-05-02", "cumulative"),
    "a month in short": ("Shelling killed 12 people in Jan. and moved on.", "2018-01-01", "2018-01-31", "event"),
    "since, behind words that are no ordinals": (
        "The death toll in the south-east of the town since March 25 stands at 12 people killed.",
        "2018-03-25",
        "2018-05-02",
        "cumulative",
    ),
    "an ordinal compares": ("It was the fourth such raid since March and killed 12 people on Monday.", "2018-04-30", "2018-04-30", "event"),
    "since what began on a day": (
        "Shelling has killed 12 people since the offensive on the eastern bank started in March.",
        "2018-03-01",
        "2018-05-02",
        "cumulative",
    ),
    "since what happened in a year": (
        "Cold has killed 12 people since rebels tightened the siege of the town in early 2016.",
        "2016-01-01",
        "2018-05-02",
        "cumulative",
    ),
    "since a war of its own": (
        "Clashes have killed 12 people since the start of its war against the group in 2014.",
        "2014-01-01",
        "2018-05-02",
        "cumulative",
    ),
    "since what began without a day": (
        "Clashes have killed 12 people since hostilities escalated, a monitor said on Monday.",
        None,
        "2018-04-30",
        "cumulative",
    ),
    "since then": ("Protests began in March 2011. Since then 12 people have been killed.", "2011-03-01", "2018-05-02", "cumulative"),
    "a figure of another place": (
        "The UN said 415 people had died in Idlib since April 20. The army reported that 12 people died in Homs on Tuesday.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "the same period": (
        "Strikes have gone on since April 20. They hit a mill on Friday. In the same period 12 people were killed.",
        "2018-04-20",
        "2018-05-02",
        "cumulative",
    ),
    "the same days": (
        "Clashes burned shops on Sunday and Monday. Some 12 people were killed over the same days.",
        "2018-04-29",
        "2018-04-30",
        "event",
    ),
    "those months, not the month": (
        "Raids have gone on since January 10. A mill burned in April. In those three months 12 people were killed.",
        "2018-01-10",
        "2018-05-02",
        "cumulative",
    ),
    "last December": ("Shelling killed 12 people last December.", "2017-12-01", "2017-12-31", "event"),
    "since last December": ("Shelling has killed 12 people since last December.", "2017-12-01", "2018-05-02", "cumulative"),
    "the nth day": (
        "Clashes went into a fifth day on Tuesday, and 12 people have died in them.",
        "2018-04-27",
        "2018-05-02",
        "cumulative",
    ),
    "on the nth day": ("Shelling killed 12 people on the fifth day of the offensive.", "2018-05-02", "2018-05-02", "event"),
    "the nth day of something else": (
        "Shelling on Monday killed 12 people on the third day of the feast.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "so far, of a raid": (
        "Rescuers have so far found 12 people killed in a raid on Sunday.",
        "2018-04-29",
        "2018-04-29",
        "event",
    ),
    "wanted since then": (
        "Shelling on Monday killed 12 people, three of them men wanted since 2014.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "a town divided since then": (
        "The town has been divided since July 2012. On Monday tanks came. Shelling killed 12 people.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "said on, after since": (
        "Shelling has killed 12 people since they entered the town the monitor said on Monday.",
        None,
        "2018-04-30",
        "cumulative",
    ),
    "a raid on a day that": ("The army regretted a raid on Monday that killed 12 people.", "2018-04-30", "2018-04-30", "event"),
    "the day when": (
        "Since April 3, the day when rebels took the town and killed 12 people, tanks have been seen there.",
        "2018-04-03",
        "2018-04-03",
        "event",
    ),
    "since when, without a comma": (
        "Since April 3 when rebels took the town 12 people have been killed.",
        "2018-04-03",
        "2018-05-02",
        "cumulative",
    ),
    "an offensive which began": (
        "The army has killed 12 people in an offensive which began last weekend.",
        "2018-04-28",
        "2018-05-02",
        "cumulative",
    ),
    "a week of raids": ("Raids killed 12 people in a week of clashes.", "2018-04-25", "2018-05-02", "event"),
    "the longest since shells fell": (
        "It was the deadliest strike in the town since gas killed 12 people there in August 2013.",
        "2013-08-01",
        "2013-08-31",
        "event",
    ),
    "the deadliest since a month, when": (
        "Strikes on Monday hit a base. They were the deadliest since February, when fire from a drone killed 12 people.",
        "2018-02-01",
        "2018-02-28",
        "event",
    ),
    "the deadliest since a month": (
        "Strikes on Monday killed 12 people. They were the deadliest since February.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "since which has": (
        "The town has been shelled since mid-March, which has killed 12 people.",
        "2018-03-11",
        "2018-05-02",
        "cumulative",
    ),
    "a day after": ("The raid on Tuesday came a day after a rocket had killed 12 people.", "2018-04-30", "2018-04-30", "event"),
    "a week after": ("The attack comes one week after a bomber killed 12 people.", "2018-04-25", "2018-04-25", "event"),
    "days after, before it": ("A bomb killed 12 people on Sunday, two days after the truce ended.", "2018-04-29", "2018-04-29", "event"),
    "days after, fronted": ("Two days after the truce ended, a bomb on Sunday killed 12 people.", "2018-04-29", "2018-04-29", "event"),
    "days before that": (
        "On April 24 a mine wounded nine, and ten days before that 12 people were killed by shells.",
        "2018-04-14",
        "2018-04-14",
        "event",
    ),
    "the previous day": ("The monitor said 12 people had been killed the previous day.", "2018-05-01", "2018-05-01", "event"),
    "a part of another day": (
        "Strikes have wounded 500 since the start of March, of whom 12 people were killed last week.",
        "2018-04-23",
        "2018-04-29",
        "event",
    ),
    "a part with no day": (
        "Of those killed since March 25, including 12 people from one street, most were old.",
        "2018-03-25",
        "2018-05-02",
        "cumulative",
    ),
    "the whole of a part of another day": (
        "In the siege 12 people have been killed, one of them in March.",
        None,
        None,
        "event",
    ),
    "up from another day": ("The toll reached 40 on Monday, up from 12 people on Friday.", "2018-04-27", "2018-04-27", "event"),
    "compared with a month": ("In April shells killed 12 people, compared with 40 in March.", "2018-04-01", "2018-04-30", "event"),
    "from the beginning of a year": (
        "Shelling killed 12 people from the beginning of 2016 to the end of last year.",
        "2016-01-01",
        "2017-12-31",
        "cumulative",
    ),
    "two years": ("Shelling killed 12 people in 2015 and 2016.", "2015-01-01", "2016-12-31", "cumulative"),
    "last Wednesday, on a Wednesday": ("Shelling killed 12 people last Wednesday.", "2018-04-25", "2018-04-25", "event"),
    "months of fighting in a year": (
        "Shelling killed 12 people in three months of fighting in 2016.",
        "2016-01-01",
        "2016-12-31",
        "cumulative",
    ),
    "to a reporter on a day": (
        "Rain fell. A medic speaking to Reuters on Tuesday said that 12 people had been killed.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "by a day, of what goes on": (
        "Shelling has gone on since April 10. By Monday 12 people had been killed.",
        "2018-04-10",
        "2018-04-30",
        "cumulative",
    ),
    "by a day": ("Shelling hit a market. By Monday noon 12 people had been killed.", "2018-04-30", "2018-04-30", "event"),
    "an offensive opened": (
        "Rebels opened an offensive towards the city on 10 April. Clashes have killed 12 people.",
        "2018-04-10",
        "2018-05-02",
        "cumulative",
    ),
    "so many were": (
        "Since April 10 clashes have wounded 90. Some 12 people were killed.",
        "2018-04-10",
        "2018-05-02",
        "cumulative",
    ),
    "on the way": (
        "At least 12 people have died on the way to the camp, the agency said on Monday.",
        None,
        "2018-04-30",
        "cumulative",
    ),
    "on the road, of a night": ("On Monday a truck came. It said 12 people had died on the road.", "2018-04-30", "2018-04-30", "event"),
    "in mass graves": (
        "The mass graves hold the bodies of 12 people killed by the group, the mayor said.",
        None,
        None,
        "cumulative",
    ),
    "in a grave of a day": ("The bodies of 12 people killed on Monday lay in a grave.", "2018-04-30", "2018-04-30", "event"),
    "in the battle, begun long before": (
        "The army launched its offensive on March 1. On Monday it rained. The rebels have lost 12 people in the battle.",
        "2018-03-01",
        "2018-05-02",
        "cumulative",
    ),
    "in a battle of the day": (
        "The army launched an assault on Monday. The rebels lost 12 people in the battle.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "in the course of": ("Units killed 12 people in the course of the campaign.", None, "2018-05-02", "cumulative"),
    "in the war on it": ("Some 12 people have fallen in the war on the group.", None, "2018-05-02", "cumulative"),
    "a clause that only reminds": (
        "Rebels left a quarter, to which calm returned on Friday. Shelling killed 12 people, a doctor said on Monday.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "residents met in a month": (
        "By residents whom the agency met in March, rebels killed 12 people in 2016.",
        "2016-01-01",
        "2016-12-31",
        "cumulative",
    ),
    "a month's incidents": (
        "Monitors recorded 41 incidents in April. In 30 of these 12 people were killed.",
        "2018-04-01",
        "2018-04-30",
        "event",
    ),
    "after a month in passing": (
        "Tanks had come there in March. A rocket killed 12 people, a doctor said on Tuesday.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "two days, named below": (
        "Strikes killed 12 people in two days. The bombs fell on Friday and Saturday.",
        "2018-04-27",
        "2018-04-28",
        "event",
    ),
    "said in the next sentence": (
        "Some 12 people were killed by a bomb, officials have confirmed. Two were soldiers, the army said on Tuesday.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "have since been": (
        "Rebels attacked the town on Monday. At least 12 people have since been killed.",
        "2018-04-30",
        "2018-05-02",
        "event",
    ),
    "a dateline with its year": ("Geneva, 30 April 2018 - Shelling killed 12 people on Sunday.", "2018-04-29", "2018-04-29", "event"),
    "the day after that": (
        "A bomb on April 20 wounded nine; 12 people were killed the following day.",
        "2018-04-21",
        "2018-04-21",
        "event",
    ),
    "over the days after that": (
        "Rebels took the town on April 20. Over the next two days 12 people were killed.",
        "2018-04-21",
        "2018-04-22",
        "event",
    ),
    "days later, behind another clause": (
        "It halted on March 31, after shells had killed 12 people there, and went on eleven days later.",
        "2018-03-31",
        "2018-03-31",
        "event",
    ),
    "the next day, of nothing": ("Tanks came. The next day, it is hoped, will be calm. Shelling killed 12 people.", None, None, "event"),
    "the toll from a day's raid": ("The toll from Monday's raid rose on Tuesday to 12 people killed.", "2018-04-30", "2018-04-30", "event"),
    "late last month": ("Shelling killed 12 people late last month.", "2018-04-21", "2018-04-30", "event"),
    "the third of this month": ("Shelling killed 12 people on the second of this month.", "2018-05-02", "2018-05-02", "event"),
    "no such day of the month": ("Shelling killed 12 people on the 31st of last month.", None, None, "event"),
    "in the week to a day": ("Cold killed 12 people in the week to April 14.", "2018-04-08", "2018-04-14", "event"),
    "during the week": ("Mines killed 12 people during the week.", "2018-04-25", "2018-05-02", "event"),
    "a battle that lasted": ("Some 12 people were killed in a battle that lasted two days.", "2018-04-30", "2018-05-02", "event"),
    "in the weeks since it began": (
        "In the three weeks since the assault began, 12 people have died.",
        "2018-04-11",
        "2018-05-02",
        "cumulative",
    ),
    "what a clause reminds of": (
        "Shelling killed 12 people near the dam, which was retaken in January, a doctor said on Tuesday.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "the battle, which lasted": (
        "Some 12 people were killed in the battle, which lasted from January to March.",
        "2018-01-01",
        "2018-03-31",
        "cumulative",
    ),
    "from one day to another, gone on with": (
        "The battle, from January 3 to March 20, left ruins. Some 12 people died.",
        "2018-01-03",
        "2018-03-20",
        "cumulative",
    ),
    "an offensive launched weeks ago": (
        "The army launched the last phase of its campaign on April 3. At night 12 people were killed.",
        "2018-04-03",
        "2018-05-02",
        "cumulative",
    ),
    "said at a news conference": (
        "Rain fell. Tanks came. Mud lay.\n\nSome 12 people were killed, the minister said at a news conference in Baghdad on Tuesday.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "they lost so many": (
        "Rebels have been advancing since April 10. The army lost 12 people.",
        "2018-04-10",
        "2018-05-02",
        "cumulative",
    ),
    "has documented": (
        "The army began its drive to take the city on April 3. In the deaths that it had verified were 12 people killed by mines.",
        "2018-04-03",
        "2018-05-02",
        "cumulative",
    ),
    "the first weeks of a month": ("Shelling killed 12 people in the first two weeks of April.", "2018-04-01", "2018-04-14", "event"),
    "the second half of a month": ("Shelling killed 12 people in the second half of April.", "2018-04-16", "2018-04-30", "event"),
    "the last days of a month": ("Shelling killed 12 people in the last ten days of March.", "2018-03-22", "2018-03-31", "event"),
    "the first days of the week": ("Shelling killed 12 people in the first two days of this week.", "2018-04-30", "2018-05-01", "event"),
    "days running": ("Shelling killed 12 people for three days running.", "2018-04-29", "2018-05-02", "event"),
    "this past week": ("Shelling killed 12 people this past week.", "2018-04-25", "2018-05-02", "event"),
    "the previous week": ("Shelling killed 12 people the previous week.", "2018-04-23", "2018-04-29", "event"),
    "since dawn": ("Shelling has killed 12 people since dawn.", "2018-05-02", "2018-05-02", "event"),
    "until now": ("Shelling has until now killed 12 people.", None, "2018-05-02", "cumulative"),
    "an agency's dateline in full stops": (
        "MOSCOW, April 30. /TASS/. Shelling killed 12 people on Sunday.",
        "2018-04-29",
        "2018-04-29",
        "event",
    ),
    "so old": ("Shelling on Monday killed 12 people of the five-month-old camp.", "2018-04-30", "2018-04-30", "event"),
    "the same day, of none named": (
        "A bomb went off. The same day, shells killed 12 people. It was April 20.",
        "2018-04-20",
        "2018-04-20",
        "event",
    ),
    "the next day, not within a week": (
        "Rebels broke out on Sunday; 12 people were killed the next day and the rest within a week.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "a month before that, fronted": ("On April 20 two died. A week before that, 12 people had died.", "2018-04-13", "2018-04-13", "event"),
    "from a day to the middle of a month": (
        "Shelling killed 12 people between 9 March and the middle of April.",
        "2018-03-09",
        "2018-04-20",
        "cumulative",
    ),
    "since the middle of a month": ("Shelling has killed 12 people since the middle of March.", "2018-03-11", "2018-05-02", "cumulative"),
    "the last days of the month before": (
        "Shelling killed 12 people in the last ten days of the month.",
        "2018-04-21",
        "2018-04-30",
        "event",
    ),
    "a day in the summer named before": (
        "Two raids hit the town in the summer of 2016: on June 12, when bombs killed 12 people, and on July 3.",
        "2016-06-12",
        "2016-06-12",
        "event",
    ),
    "a day outside the season named before": (
        "Calm in the summer of 2016, the town was shelled on April 12, when 12 people died.",
        "2018-04-12",
        "2018-04-12",
        "event",
    ),
    "a raid that dates from a month": ("The raid dates from March 2017 and killed 12 people.", "2017-03-01", "2017-03-31", "event"),
    "a battle begun somewhere": (
        "The battle that began in the southern hills on the 21st of March has killed 12 people.",
        "2018-03-21",
        "2018-05-02",
        "cumulative",
    ),
    "a battle begun somewhere, with days of its own": (
        "A day after the battle began in the hills, shells on April 9 killed 12 people.",
        "2018-04-09",
        "2018-04-09",
        "event",
    ),
    "in just one month": ("In just one month, 12 people have died.", "2018-04-02", "2018-05-02", "cumulative"),
    "in just one day": ("On Monday 12 people died in just one day.", "2018-04-30", "2018-04-30", "event"),
    "on one day alone": ("Many have fled since March: 12 people on Monday night alone.", "2018-04-30", "2018-04-30", "event"),
    "since then, the day not alone": (
        "Shelling has left 12 people alone since March.",
        "2018-03-01",
        "2018-05-02",
        "cumulative",
    ),
    "what they had taken since": (
        "On Friday rebels took all that the army had captured since February; 12 people died.",
        "2018-04-27",
        "2018-04-27",
        "event",
    ),
    "a war as long as the war": ("It counts 12 people killed in the seven-year war.", "2011-03-15", "2018-05-02", "cumulative"),
    "a war of another length": ("It counts 12 people killed in the two-year war.", "2016-05-02", "2018-05-02", "cumulative"),
    "the month of a report": (
        "Victims of violence in March 2018. Mines and bombs hit many in March 2018. The capital lost 12 people.",
        "2018-03-01",
        "2018-03-31",
        "event",
    ),
    "the month of a lead alone": (
        "Victims of violence. Mines and bombs hit many in March 2018. The capital, a monitor said on Monday, lost 12 people.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "the period of the lead for its headline": (
        "War leaves 12 people dead. Five days of fighting killed them, a monitor said. The rebels struck on Friday.",
        "2018-04-27",
        "2018-05-02",
        "event",
    ),
    "the dead of what has spread": (
        "Rebels struck the army on Sunday. The clashes have since spread. Among the dead are 12 people of the town.",
        "2018-04-29",
        "2018-05-02",
        "event",
    ),
    "a week named in the lead": (
        "Ali and Omar never met. Last week a bargain let both go. Ali took the bus that carried 12 people.",
        "2018-04-23",
        "2018-04-29",
        "event",
    ),
    "a swap": (
        "Rebels and the army swapped captives on Friday. The talks were long.\n\nState media put them at 12 people.",
        "2018-04-27",
        "2018-04-27",
        "event",
    ),
    "beside an earlier attack": (
        "Shelling hit on Monday. The army lists 12 people, and an earlier raid had hurt nobody.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "in an earlier attack": (
        "Shelling hit on Monday. The army also lists the deaths of 12 people in an earlier raid.",
        None,
        None,
        "event",
    ),
    "days after an attack": (
        "Buses rolled on Tuesday, days after a bombing in which 12 people died had stopped them.",
        None,
        None,
        "event",
    ),
    "days after an attack, on a day": (
        "Days after a bombing at the gate, shells killed 12 people on Tuesday.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "months of a battle that is over": ("Raids killed 12 people in the four-month siege.", None, None, "cumulative"),
    "months of a battle that goes on": ("Raids have killed 12 people in the four-month siege.", "2017-12-31", "2018-05-02", "cumulative"),
    "days of a battle": ("Raids killed 12 people in the two days of fighting.", "2018-04-30", "2018-05-02", "event"),
    "since the month began": ("Shelling has killed 12 people since the month began.", "2018-05-01", "2018-05-02", "event"),
    "up to now": ("The offensive began on April 3. Shelling has killed 12 people up to now.", "2018-04-03", "2018-05-02", "cumulative"),
    "the number killed in a campaign": (
        "The army began its offensive on April 3. A mine blew up, raising to 12 people the number of troops lost in the campaign.",
        "2018-04-03",
        "2018-05-02",
        "cumulative",
    ),
    "the number killed in a blast": (
        "A mine blew up on Tuesday. One of the wounded died, raising to 12 people the number of those killed in the blast.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "deaths acknowledged in all": (
        "Jets went on flying. The coalition has acknowledged the deaths of 12 people.",
        None,
        "2018-05-02",
        "cumulative",
    ),
    "deaths acknowledged of one raid": (
        "Jets hit Raqqa on Tuesday. The coalition has acknowledged that 12 people met their deaths in the raid.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "a count of thousands, and its other half": (
        "Raids went on. Some 1,600 jihadists and 12 people were killed. It was over.",
        None,
        "2018-05-02",
        "cumulative",
    ),
    "thousands of others": (
        "A raid came on Monday. The town has 1,600 houses; 12 people were killed.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "whom they seized on a day, when they killed": (
        "Raids came on Tuesday. It holds women whom its men seized on Sunday, when they killed 12 people in the town.",
        "2018-04-29",
        "2018-04-29",
        "event",
    ),
    "inside when a battle began": (
        "A raid came on Monday. Crowds were inside when the assault began on Sunday. Some 12 people died.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "up to a day": (
        "The offensive began on April 3. Clinics have counted 12 people killed up to Tuesday evening.",
        "2018-04-03",
        "2018-05-01",
        "cumulative",
    ),
    "a month's tally": (
        "The mission counted 12 people killed in acts of violence in March.",
        "2018-03-01",
        "2018-03-31",
        "cumulative",
    ),
    "a month of one attack": (
        "A car bomb killed 12 people in March, the mission recorded.",
        "2018-03-01",
        "2018-03-31",
        "event",
    ),
    "the worst hit of a month": (
        "The mission counted 90 people killed in March. Homs was the worst hit, with 12 people.",
        "2018-03-01",
        "2018-03-31",
        "cumulative",
    ),
    "not of a month, behind another's": (
        "The mission counted 90 people killed in March. In Homs 12 people died on Tuesday.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "compared by another's possessive": (
        "It was the army's worst day since January. Shells killed 12 people on Monday.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "behind a remark on the battle": (
        "The battle, launched on April 3, has killed 90 rebels. It was the group's heaviest loss since 2014. Some 12 people were killed.",
        "2018-04-03",
        "2018-05-02",
        "cumulative",
    ),
    "on the other side": (
        "Since April 3 the offensive has killed 90 rebels. On the other side 12 people died.",
        "2018-04-03",
        "2018-05-02",
        "cumulative",
    ),
    "on a day, and no other side": (
        "Since April 3 the offensive has killed 90 rebels. On Monday 12 people died.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "since last weekday the assault": (
        "Since last Tuesday the assault has killed 12 people.",
        "2018-05-01",
        "2018-05-02",
        "event",
    ),
    "dug out by a day": (
        "The strike hit the school on April 20. Crews had by Tuesday recovered 12 people from the rubble.",
        "2018-04-20",
        "2018-04-20",
        "event",
    ),
    "dead of a day": (
        "The strike hit the school on April 20. Crews on Tuesday buried 12 people.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "after a count by a day": (
        "The strike hit the school on April 20. By Tuesday crews had found 90 bodies. A lawmaker said 12 people were dead.",
        "2018-04-20",
        "2018-04-20",
        "event",
    ),
    "fighting that goes on since an attack": (
        "On Friday rebels launched an attack on the base. The fighting has left 12 people dead.",
        "2018-04-27",
        "2018-05-02",
        "cumulative",
    ),
    "such deaths of some days": (
        "He said 90 men died in the first ten days of April. The group knows of 12 people in such cases.",
        "2018-04-01",
        "2018-04-10",
        "event",
    ),
    "under a photograph": (
        "Homs, April 20, 2018. (Reuters) The town was hit on Monday, and 12 people died.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "the battle cost lives": (
        "Homs fell on Monday. The battle cost the lives of 12 people.",
        None,
        "2018-05-02",
        "cumulative",
    ),
    "a battle of a clause": (
        "Homs fell on Monday. Shells in the battle killed 12 people.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "ages ago": ("They say that 12 people died 99999 years ago.", None, None, "event"),
    "another's count of the same days, which names a place": (
        "The Observatory said 40 had died since Thursday. It counted 12 people dead among the Ankara-backed rebels in Azaz.",
        "2018-04-26",
        "2018-05-02",
        "cumulative",
    ),
    "one strike beside a count since then": (
        "The Observatory said 40 had died since Thursday. It said an air strike killed 12 people in Azaz.",
        None,
        None,
        "event",
    ),
    "in the past fifteen days": ("At least 12 people were killed in the past fifteen days.", "2018-04-17", "2018-05-02", "cumulative"),
    "thirty days ago": ("Thirty days ago 12 people were killed.", "2018-04-02", "2018-04-02", "event"),
    "twenty-one days before a day": (
        "A strike hit the town on May 1. Twenty-one days before that 12 people were killed.",
        "2018-04-10",
        "2018-04-10",
        "event",
    ),
    "a couple of weeks ago": ("A couple of weeks ago 12 people were killed.", "2018-04-18", "2018-04-18", "event"),
    "fifteen people, and no days": ("On Tuesday fifteen men fled and 12 people were killed.", "2018-05-01", "2018-05-01", "event"),
    "ages later": ("A strike hit the town on May 1, 2018. Some 9999999 days later 12 people were killed.", None, None, "event"),
    "so many days of a month that has fewer": ("In the first 99999999 days of April, 12 people were killed.", None, None, "event"),
    "a day that no month has": ("On the 9999999999th of last month 12 people were killed.", None, None, "event"),
    "the end of February of a leap year told before": (
        "Air strikes hit the city in 2016. At the end of February of that year 12 people were killed there.",
        "2016-02-29",
        "2016-02-29",
        "event",
    ),
    "the end of February of a common year, told in a leap year": (
        "BEIRUT, May 3, 2016 (AFP) - Air strikes hit the city in 2015. At the end of February of that year 12 people were killed there.",
        "2015-02-28",
        "2015-02-28",
        "event",
    ),
    "days into": ("Ten days into the offensive, 12 people have died.", "2018-04-22", "2018-05-02", "cumulative"),
    "weeks after the start of": ("Two weeks after the start of the siege, 12 people have died.", "2018-04-18", "2018-05-02", "cumulative"),
    "since somebody helped attacked": (
        "Since the army, with Russian air cover, attacked the town on 10 April, 12 people have died.",
        "2018-04-10",
        "2018-05-02",
        "cumulative",
    ),
    "a side's losses": ("The offensive began on 10 April. The army says it has lost 12 people.", "2018-04-10", "2018-05-02", "cumulative"),
    "a side's losses in one attack": (
        "The offensive began on 10 April. The army says it lost 12 people in an ambush on Tuesday.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "killed by a bombardment that goes on": (
        "The offensive began on 10 April. At least 12 people have been killed by shelling.",
        "2018-04-10",
        "2018-05-02",
        "cumulative",
    ),
    "in two days, as of saying so, carried on": (
        "Fighters killed 68 men in two days, a monitor said on Tuesday.\n\nMore than 12 people were wounded.",
        "2018-04-29",
        "2018-05-01",
        "event",
    ),
    "a lead before the start of a campaign": (
        "Fighters overran a base. Some 12 people were wounded.\n\nThe army launched its campaign on March 20.",
        None,
        None,
        "event",
    ),
    "before a day": ("Raids hit the town. Before Tuesday 12 people had been killed.", None, "2018-04-30", "cumulative"),
    "until a day, since a year": (
        "Raids hit the town. Until Tuesday 12 people had been killed since 2014.",
        "2014-01-01",
        "2018-04-30",
        "cumulative",
    ),
    "before dawn on a day": ("Raids hit the town. Before dawn on Tuesday 12 people had been killed.", "2018-05-01", "2018-05-01", "event"),
    "weeks old": ("The three-week-old offensive has killed 12 people.", "2018-04-11", "2018-05-02", "cumulative"),
    "a campaign that ended": ("The campaign, which ended in October 2017, cost the army 12 people.", None, "2017-10-31", "cumulative"),
    "a truce that ended": ("The truce, which ended on Tuesday, was no peace. Some 12 people died.", "2018-05-01", "2018-05-01", "event"),
    "bringing to, since": (
        "The raid brings to 12 people the number killed in the province since the army stepped up its strikes on February 9.",
        "2018-02-09",
        "2018-05-02",
        "cumulative",
    ),
    "a toll behind a sum": (
        "A raid killed nine men on Tuesday.\n\nThat brings the toll to 170 since February 9.\n\nA doctor gave a toll of 12 people.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "after weeks of fighting": (
        "The force took the town on Tuesday after weeks of fighting in which 12 people were killed.",
        None,
        "2018-05-01",
        "cumulative",
    ),
    "after weeks of calm": (
        "The force took the town on Tuesday after weeks of calm. Some 12 people died.",
        "2018-05-01",
        "2018-05-01",
        "event",
    ),
    "only so many, before this week": (
        "A raid hit the town. Only 12 people had been killed there before this week.",
        None,
        "2018-04-29",
        "cumulative",
    ),
    "since it launched its campaign, whose day is told": (
        "The army launched its offensive on 10 April. By its count 12 people have been killed since the army launched its offensive.",
        "2018-04-10",
        "2018-05-02",
        "cumulative",
    ),
    "a month of a part alone": ("Some 12 people have died, including 7 in March alone.", None, None, "event"),
    "what the battle has cost, whose beginning is told": (
        "The battle for the city has killed 12 people. The army launched its offensive on 10 April.",
        "2018-04-10",
        "2018-05-02",
        "cumulative",
    ),
    "the number killed by the battle": (
        "The number of civilians killed in the battle stands at 12 people. The army launched its offensive on 10 April.",
        "2018-04-10",
        "2018-05-02",
        "cumulative",
    ),
    "what a car bombing has cost": (
        "A car bombing has killed 12 people. The army launched its offensive on 10 April.",
        None,
        None,
        "event",
    ),
    "died as well": (
        "The Observatory says 69 civilians have died since 10 April. It said that 12 people of the force had died as well.",
        "2018-04-10",
        "2018-05-02",
        "cumulative",
    ),
    "another's count of as many days": (
        "Five days of fighting have killed 69 civilians, the Observatory said. The army said that 12 people had died.",
        "2018-04-27",
        "2018-05-02",
        "event",
    ),
    "another's count of one raid": (
        "Five days of fighting have killed 69 civilians, the Observatory said. The army said that a raid on Monday had killed 12 people.",
        "2018-04-30",
        "2018-04-30",
        "event",
    ),
    "the same period as since then": (
        "The group lost the town in March. Since then it has lost 70 men, by the count of the army, which put its own losses at 12 people"
        " in the same period.",
        "2018-03-01",
        "2018-05-02",
        "cumulative",
    ),
}


@pytest.mark.parametrize(("text", "first", "last", "scope"), CASES.values(), ids=CASES.keys())
def test_period(text: str, first: str | None, last: str | None, scope: str) -> None:
    document = Document(text, WEDNESDAY)
    at = text.index("12 people")
    period = period_of(document, document.sentence_at(at), at, at + 2, "killed")
    assert (period.date_start, period.date_end, period.scope) == (
        first and dt.date.fromisoformat(first),
        last and dt.date.fromisoformat(last),
        scope,
    )


def test_the_day_is_carried_on() -> None:
    text = "Shelling hit the town on Monday. It killed 12 people."
    document = Document(text, WEDNESDAY)
    assert period_of(document, document.sentences[1], text.index("12"), text.index("12") + 2, "killed").date_end == dt.date(2018, 4, 30)


def test_a_stock_is_as_of_the_statement() -> None:
    text = "The camp is home to 900 people, its head said on Tuesday."
    document = Document(text, WEDNESDAY)
    period = period_of(document, document.sentences[0], text.index("900"), text.index("900") + 3, "displaced")
    assert (period.date_start, period.date_end, period.scope) == (dt.date(2018, 5, 1), dt.date(2018, 5, 1), "stock")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("An attack last week killed 12 people. Gas shells fell early on Wednesday.", "2018-05-02", "2018-05-02"),
        ("Raids last week killed 12 people. Gas shells fell early on Wednesday.", "2018-04-23", "2018-04-29"),
        ("An attack last week killed 12 people. Gas shells fell on April 25.", "2018-04-25", "2018-04-25"),
    ],
)
def test_last_week_of_a_sunday(text: str, first: str, last: str) -> None:
    document = Document(text, dt.date(2018, 5, 6))
    at = text.index("12")
    period = period_of(document, document.sentences[0], at, at + 2, "killed")
    assert (period.date_start, period.date_end) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Some 12 people were killed in February 2017.", dt.date(2017, 2, 1), dt.date(2017, 2, 28)),
        ("Some 12 people died there between March 2011 and May 2012.", dt.date(2011, 3, 1), dt.date(2012, 5, 31)),
        ("Some 12 people were killed in the first ten days of May 2017.", dt.date(2017, 5, 1), dt.date(2017, 5, 10)),
        ("Some 12 people were killed in the week to 7 May 2017.", dt.date(2017, 5, 1), dt.date(2017, 5, 7)),
        ("Some 12 people were killed on May 3, 2017.", dt.date(2017, 5, 3), dt.date(2017, 5, 3)),
        ("Some 12 people were killed on May 3.", None, None),
        ("Some 12 people were killed in February.", None, None),
        ("Some 12 people were killed in February of last year.", None, None),
    ],
)
def test_a_month_with_a_year_in_an_article_without_a_date(text: str, first: dt.date | None, last: dt.date | None) -> None:
    document = Document(text, None)
    period = period_of(document, document.sentences[0], 5, 7, "killed")
    assert (period.date_start, period.date_end) == (first, last)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Some 900 people left on Tuesday, and pilots had to hold their fire.", "event"),
        ("Some 900 people left on Tuesday as both sides hold talks.", "event"),
        ("The camp now holds 900 people.", "stock"),
        ("Some 900 people are sitting in prisons of the SDF.", "stock"),
        ("Some 900 people sat down in the road on Tuesday.", "event"),
        ("On Tuesday the camp had barely 900 people.", "stock"),
        ("On Tuesday the camp had 900 people arrive.", "event"),
    ],
)
def test_what_is_held(text: str, scope: str) -> None:
    document = Document(text, WEDNESDAY)
    at = text.index("900")
    assert period_of(document, document.sentences[0], at, at + 3, "displaced").scope == scope


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The group is down to one percent, having held 7 percent of it at the start of the month.", "2018-05-01"),
        ("The group has held 7 percent of it since the start of the month.", "2018-05-02"),
        ("The group now holds 7 percent of it; at the start of the month it fled the coast.", "2018-05-02"),
        ("Fighters who overran the province in 2014 now hold 7 percent of the city.", "2018-05-02"),
        ("Fighters who overran the province still held 7 percent of the city in 2014.", "2014-01-01"),
    ],
)
def test_land_held_at_the_start_of_a_month(text: str, day: str) -> None:
    document = Document(text, WEDNESDAY)
    at = text.index("7")
    period = period_of(document, document.sentences[0], at, at + 9, "territory_held")
    assert (period.date_start, period.scope) == (dt.date.fromisoformat(day), "stock")


def test_a_stock_as_of_a_day() -> None:
    document = Document("The UN said 12 people were living at the camp as of Monday.", WEDNESDAY)
    period = period_of(document, document.sentences[0], 12, 14, "displaced")
    assert (period.date_start, period.date_end, period.scope) == (dt.date(2018, 4, 30), dt.date(2018, 4, 30), "stock")


@pytest.mark.parametrize(
    "text",
    [
        "Some 900 people fled the camp for displaced families on Tuesday.",
        "There were clashes in Idlib on Tuesday and 900 people fled.",
        "There were 900 people evacuated in buses on Tuesday.",
        "The army, which guards the crossing, arrested 900 people on Tuesday.",
        "On Tuesday 900 people were detained in a town that has 3,000 residents.",
        "Hosts of the talks said 900 people fled on Tuesday.",
    ],
)
def test_words_of_a_state_that_are_not_of_the_number(text: str) -> None:
    at = text.index("900")
    period = period_of(Document(text, WEDNESDAY), Document(text, WEDNESDAY).sentences[0], at, at + 3, "displaced")
    assert (period.date_start, period.date_end, period.scope) == (dt.date(2018, 5, 1), dt.date(2018, 5, 1), "event")


def test_a_siege_since_then_is_not_the_stocks_period() -> None:
    text = "Some 900 people live in the town, which has been besieged since 2013."
    document = Document(text, WEDNESDAY)
    period = period_of(document, document.sentences[0], 0, 8, "displaced")
    assert (period.date_start, period.date_end, period.scope) == (WEDNESDAY, WEDNESDAY, "stock")


@pytest.mark.parametrize(
    ("text", "measure", "first", "last", "scope"),
    [
        ("The camp, home to 900 people at the start of April, has grown.", "displaced", "2018-04-01", "2018-04-01", "stock"),
        ("Some 900 people were in the camp as of April 20.", "displaced", "2018-04-20", "2018-04-20", "stock"),
        ("Some 900 people were in the camp as of the end of April.", "displaced", "2018-04-30", "2018-04-30", "stock"),
        ("It is home to 900 people, as many as in early April.", "displaced", "2018-05-02", "2018-05-02", "stock"),
        ("In April the jail held 900 people.", "detained", "2018-04-30", "2018-04-30", "stock"),
        ("Where 900 people are held by the army, a riot ended on April 3.", "detained", "2018-05-02", "2018-05-02", "stock"),
        ("Its forces held 900 people from many countries in jails.", "detained", "2018-05-02", "2018-05-02", "stock"),
        ("A raid on Monday claimed the lives of guards, and 900 people were seized.", "detained", "2018-04-30", "2018-04-30", "event"),
        ("Some 900 people of the town have not come home.", "displaced", "2018-05-02", "2018-05-02", "stock"),
        (
            "Many went home since a truce on Friday, but 900 people are still close to the border.",
            "displaced",
            "2018-05-02",
            "2018-05-02",
            "stock",
        ),
        ("Some 900 people of the 1,200 who were living there have left since Monday.", "displaced", "2018-04-30", "2018-05-02", "event"),
        (
            "The offensive began on April 3. Some 900 people were in the pocket when the battle began.",
            "remaining",
            "2018-04-03",
            "2018-04-03",
            "stock",
        ),
        (
            "The offensive began on April 3. Some 900 people are left, out of 2,000 when the battle began.",
            "remaining",
            "2018-05-02",
            "2018-05-02",
            "stock",
        ),
        (
            "The war goes on. This year many came home, though 900,000 people remain uprooted.",
            "displaced",
            "2018-05-02",
            "2018-05-02",
            "stock",
        ),
        ("The war goes on. It has forced 900,000 people to flee.", "displaced", "2011-03-15", "2018-05-02", "cumulative"),
        ("It was the largest flight of the war: 900,000 people left since March.", "displaced", "2018-03-01", "2018-05-02", "cumulative"),
        ("The war has killed many and wounded 900,000 people.", "injured", "2011-03-15", "2018-05-02", "cumulative"),
        ("Some 900,000 people have fled the town.", "displaced", None, "2018-05-02", "cumulative"),
        ("An air strike on a market has killed 1,900 people.", "killed", None, None, "event"),
        ("The group, which once held 900 towns, lost the last in March.", "territory_held", "2014-01-01", "2014-12-31", "stock"),
        (
            "The army declared victory in March, four years after the group swept across 900 towns.",
            "territory_held",
            "2014-01-01",
            "2014-12-31",
            "stock",
        ),
        (
            "The enemy, who in 2014 had seized much of the land, is left with 900 towns.",
            "territory_held",
            "2018-05-02",
            "2018-05-02",
            "stock",
        ),
        ("The group is left with 900 towns of the land it once ruled.", "territory_held", "2018-05-02", "2018-05-02", "stock"),
        ("It lost the war in March, years after it overran 900 towns.", "territory_held", "2014-01-01", "2014-12-31", "stock"),
        ("Over 900 towns used to be under its control.", "territory_held", "2014-01-01", "2014-12-31", "stock"),
        ("A raid hit on Monday. The camp has a population in excess of 900 people.", "displaced", "2018-05-02", "2018-05-02", "stock"),
        ("A raid hit on Monday. Some 900 villagers are refugees.", "displaced", "2018-05-02", "2018-05-02", "stock"),
        ("Some 900 villagers trapped between the lines were brought out on Monday.", "displaced", "2018-04-30", "2018-04-30", "event"),
        ("Some 900 villagers are trapped between the lines.", "displaced", "2018-05-02", "2018-05-02", "stock"),
        ("A raid hit on Monday. Some 900 villagers were displaced.", "displaced", "2018-04-30", "2018-04-30", "event"),
        ("A raid hit on Monday. Lebanon, which has taken in 900 people, is full.", "displaced", "2018-05-02", "2018-05-02", "stock"),
        ("A raid hit on Monday. Medics have taken in 900 boxes of it.", "killed", "2018-04-30", "2018-04-30", "event"),
        ("The area shrank from 900 square km at the start of 2016 to 400.", "territory_held", "2016-01-01", "2016-01-01", "stock"),
        ("The area shrank from 400 square km in 2016 to 900 by March.", "territory_held", "2018-03-01", "2018-03-31", "stock"),
        ("The area shrank to 900 square km from 400 in March.", "territory_held", "2018-05-02", "2018-05-02", "stock"),
        ("It seized 900 hills in the summer of 2014.", "territory_held", "2014-06-01", "2014-08-31", "stock"),
        ("It took the town in 2014 and still holds 900 hills.", "territory_held", "2018-05-02", "2018-05-02", "stock"),
        ("Some 300 fighters are left, down from 900 in 2015.", "remaining", "2015-01-01", "2015-12-31", "stock"),
        (
            "The battle began on April 3. Raids came on Monday. Some 900,000 people were uprooted.",
            "displaced",
            "2018-04-03",
            "2018-05-02",
            "cumulative",
        ),
        ("Jets have killed 90 people since 2014. Others think that 900,000 have died.", "killed", "2014-01-01", "2018-05-02", "cumulative"),
        ("The battle began on April 3. Crews had dug out 900,000 bodies by April 20.", "killed", "2018-04-03", "2018-04-20", "cumulative"),
        (
            "Some 300 fighters are left, said the army, which in March put the number at 900 or so.",
            "remaining",
            "2018-03-31",
            "2018-03-31",
            "stock",
        ),
        ("Since April 3 the war has killed 90 rebels. Some 9,900 soldiers also died.", "killed", "2018-04-03", "2018-05-02", "cumulative"),
        ("It says 300 were abducted in March and that 900 are still in captivity.", "detained", "2018-05-02", "2018-05-02", "stock"),
        ("It says 900 were abducted in March and that 300 are still in captivity.", "detained", "2018-03-01", "2018-03-31", "event"),
        ("Some 900 people trapped on the hill crossed the border on Monday.", "displaced", "2018-04-30", "2018-04-30", "event"),
        ("A raid hit on Monday. A mass grave gave up 900 bodies.", "killed", None, None, "cumulative"),
        (
            "The war has cost thousands of lives and turned 900,000 people into refugees.",
            "displaced",
            "2011-03-15",
            "2018-05-02",
            "cumulative",
        ),
    ],
)
def test_how_many_there_are(text: str, measure: str, first: str | None, last: str | None, scope: str) -> None:
    document = Document(text, WEDNESDAY)
    at = text.index("900")
    period = period_of(document, document.sentence_at(at), at, text.index(" ", at), measure)
    assert (period.date_start, period.date_end, period.scope) == (
        first and dt.date.fromisoformat(first),
        last and dt.date.fromisoformat(last),
        scope,
    )


def test_a_share_of_the_population_is_the_wars() -> None:
    text = "The war began in 2011. It has forced half the country's population to flee."
    document = Document(text, WEDNESDAY)
    at = text.index("half")
    period = period_of(document, document.sentences[1], at, at + 4, "displaced")
    assert (period.date_end, period.precision, period.scope) == (WEDNESDAY, "year", "cumulative")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (" date 2018-05-02 BEIRUT -- Shelling hit a town.", dt.date(2018, 5, 2)),
        ("Shelling hits town AFP Saturday 10 Sep 2016 Shelling hit a town.", dt.date(2016, 9, 10)),
        ("31 January 2019 | GENEVA. The camp is full.", dt.date(2019, 1, 31)),
        ("Babies die on the road\n\n15 February 2019 – Shelling hit a town.", dt.date(2019, 2, 15)),
        ("Amman, Jordan, February 16, 2019 — Shelling hit a town.", dt.date(2019, 2, 16)),
        ("15 February 2019 saw shelling hit a town, then another - a third was spared.", dt.date(2019, 2, 15)),
        ("In the town, 15 February 2019 was calm.", None),
        ("(Beirut, May 3, 2018) – Shelling hit a town.", dt.date(2018, 5, 3)),
        ("SOUTHWEST ASIA (May 3, 2018) -- Shelling hit a town.", dt.date(2018, 5, 3)),
        ("Posted: 2018-05-03\n\nShelling hit a town.", dt.date(2018, 5, 3)),
        ("Date: 03/05/2018\n\nShelling hit a town.", dt.date(2018, 5, 3)),
        ("Two of the town's men (May 3, 2018) were shelled.", None),
        ("05.02.2015 Shelling hit a town.", dt.date(2015, 2, 5)),
        ("09-07-2015 Shelling hit a town.", dt.date(2015, 7, 9)),
        ("31.02.2015 Shelling hit a town.", None),
        ("A town lost 12.5 percent of its people.", None),
        ("The war broke out on March 15, 2011, in the south.", None),
        ("Shelling hit a town on Saturday.", None),
        ("It was updated on 31 February 2019.", None),
    ],
)
def test_dateline(text: str, day: dt.date | None) -> None:
    assert dateline(text) == day


def test_infers_the_day_from_start_duration_and_weekday() -> None:
    text = "On Friday the battle went on. The assault began on March 3. In almost two weeks of battle 40 soldiers have died."
    found = infer_published(Document(text), [dt.date(2018, 1, 5), dt.date(2018, 6, 1)])
    assert found.date == dt.date(2018, 3, 16)
    assert "March 3" in found.reasoning


@pytest.mark.parametrize(
    "text",
    [
        "Nothing tells the day.",
        "On Friday the battle went on.",
        "On Friday the battle went on. The assault began on March 3. In 9999999 weeks of battle 40 soldiers have died.",
    ],
)
def test_does_not_guess_a_day(text: str) -> None:
    found = infer_published(Document(text), [dt.date(2018, 1, 5), dt.date(2018, 6, 1)])
    assert found.date is None
    assert found.reasoning


PHRASES = (
    "since March",
    "from 6 June to 17 October",
    "since the war began in 2011",
    "over the past three weeks",
    "in the last week of May",
    "between December and February",
    "since the army took the town on 3 July",
    "by Friday",
    "two years ago",
    "in the first half of 2015",
    "since yesterday",
    "that day",
    "until 12 January 2014",
)


@given(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=4), st.dates(dt.date(1995, 1, 1), dt.date(2040, 12, 31)))
def test_a_period_never_ends_before_it_begins(phrases: list[str], published: dt.date) -> None:
    text = f"Shelling hit on Monday. The war has killed 120,000 people {', '.join(phrases)}, a doctor said."
    document = Document(text, published)
    start = text.index("120,000")
    period = period_of(document, document.sentences[1], start, start + 7, "killed")
    assert period.date_start is None or period.date_end is None or period.date_start <= period.date_end


LASTING = (
    "{n} {unit}s ago",
    "{n} {unit}s earlier",
    "{n} {unit}s after the army came",
    "in the first {n} {unit}s of May",
    "over the past {n} {unit}s",
    "in {n} {unit}s of fighting",
    "for {n} straight {unit}s",
    "in the {n}-{unit} siege",
    "in its first {n} {unit}s",
    "on its {n}th {unit}",
    "on the {n}th of last month",
    "in the first {n} months of 2017",
    "{n} {unit}s later",
    "in the following {n} {unit}s",
    "{n} {unit}s before that",
)
NUMBERS = st.one_of(
    st.integers(min_value=0), st.integers(0, 10_000), st.just("9" * 5000), st.sampled_from(("three", "fifteen", "forty-two"))
)


@given(st.sampled_from(LASTING), NUMBERS, st.sampled_from(("hour", "day", "week", "month", "year")))
def test_any_number_of_any_unit_is_read(lasting: str, number: int | str, unit: str) -> None:
    text = f"A strike hit the town on May 1, 2018. The war has killed 12 people {lasting.format(n=number, unit=unit)}, a doctor said."
    document = Document(text, WEDNESDAY)
    start = text.index("12 people")
    period = period_of(document, document.sentence_at(start), start, start + 2, "killed")
    assert period.date_start is None or period.date_end is None or period.date_start <= period.date_end
