# Charts on paper
outflow-heading = Outflow against plan
outflow-caption = Outflow against plan
# $day: as-of day; $actual, $planned: euros
outflow-chart = Line chart: until { $day } { $actual } euros are paid out, the even plan asks for { $planned } euros; the forecast follows. The figures stand in the table below.
outflow-as-of = as-of day { $day }
outflow-until = until
outflow-plan = Appropriation, spread evenly
outflow-actual = Paid out (actual)
outflow-beside = Actual against plan
outflow-forecast = Forecast
outflow-note = All amounts are added up from the beginning of the programme. The plan spreads the appropriation with supplement evenly over the days of its fiscal year; the forecast spreads what is granted and still open over the quarters that are left of the year it falls due in; what past years left open stands in the next quarter. The booking day of the cash office counts for the actual amounts.
# $measure: granted, paid out
counties-map = { $measure }, all years, in € thousand
# Below a map without amounts; $measure: granted, paid out
counties-map-none = By the as-of day nothing is { $measure } in any county or independent city.
# $count: counties and independent cities; $granted, $paid: euros
counties-chart = Two tile maps with { $count } counties and independent cities: { $granted } euros granted and { $paid } euros paid out in total. The figures are in the table below.
