# Names of reports (buttons) and the main figures under the file.

report-by-unit = Summary by unit
report-detail = Detailed list

report-figure-units-met = Units that have met their quota
report-figure-submitted = Exemplars submitted
report-figure-approved = Of these approved
report-figure-returned = Returned
report-figure-missing = Missing to the minimum
report-figure-units-late = Units that were late
report-figure-exemplars = Exemplars in the list
report-figure-counted = Count towards the quota
report-figure-difficult-area = In difficult areas
report-figure-direct-labour = Direct labour
