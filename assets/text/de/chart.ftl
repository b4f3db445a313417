# Schaubilder auf Papier
outflow-heading = Mittelabfluss gegen Plan
outflow-caption = Mittelabfluss gegen Plan
# $day: Stichtag; $actual, $planned: Euro
outflow-chart = Liniendiagramm: Bis { $day } sind { $actual } Euro ausgezahlt, der gleichmäßige Plan sieht { $planned } Euro vor; danach die Prognose. Die Zahlen stehen in der Tabelle darunter.
outflow-as-of = Stichtag { $day }
outflow-until = bis
outflow-plan = Ansatz, gleichmäßig
outflow-actual = Ausgezahlt (Ist)
outflow-beside = Ist gegen Plan
outflow-forecast = Prognose
outflow-note = Alle Beträge sind vom Beginn des Programms an zusammengezählt. Der Plan verteilt den Ansatz mit Nachtrag gleichmäßig auf die Tage seines Haushaltsjahres; die Prognose verteilt, was bewilligt und noch offen ist, auf die Quartale, die von seinem Fälligkeitsjahr noch bleiben; was vergangene Jahre offen ließen, steht im nächsten Quartal. Maßgeblich für das Ist ist der Buchungstag der Kasse.
# $measure: bewilligt, ausgezahlt
counties-map = { $measure } insgesamt, in T€
# Unter einer Karte ohne Beträge; $measure: bewilligt, ausgezahlt
counties-map-none = Bis zum Stichtag ist in keinem Landkreis und keiner kreisfreien Stadt etwas { $measure }.
# $count: Kreise und kreisfreie Städte; $granted, $paid: Euro
counties-chart = Zwei Kachelkarten mit { $count } Kreisen und kreisfreien Städten: bewilligt zusammen { $granted } Euro, ausgezahlt { $paid } Euro. Die Zahlen stehen in der Tabelle darunter.
