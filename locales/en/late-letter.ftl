# The letter to late units about duties and units that an officer chooses.

letter-choose = Choose duties and units
letter-title = Letter to late units
letter-duties = Which duties is the letter about? Ticking none means every overdue duty.
letter-duties-label = Duties
letter-duty-option = { $duty } ({ $units } units)
letter-units = To which units? Ticking none means every unit that is still late. You can type several names with commas.
letter-units-label = Units
letter-unit-option = { $unit } ({ $duties } duties)
letter-ready = Chosen. The letter is to { $units } units about { $duties } duties overdue by now. Choose to make the Word file:
letter-make = Make the letter
letter-caption = <b>{ $report }</b> { $day } – { $scope }
letter-about = Duties: { $duties }
