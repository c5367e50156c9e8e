-- uncorrected: the figures that the marts count where there is no correction: as printed.
SELECT * FROM printed
