# Writes what a city's billing system hands over: ACCOUNTS water accounts, and six months of bills of each.
#
#   awk -v accounts=500000 -v to=FOLDER -f billing.awk
BEGIN {
    towns = split("南城 东城 万江 莞城 虎门 长安", town, " ")
    a = to "/accounts.csv"
    b = to "/bills.csv"
    print "户号,户名,手机号,证件后四位,镇街,地址,用水性质,人口数,水表号,口径,状态,暂停日期,价格方案" > a
    print "户号,账期,出账日期,缴费期限,上次读数,本次读数,水量,月数,人口数,用水性质,价格方案,应缴金额,已缴金额,缴清日期" > b
    for (n = 0; n < accounts; n++) {
        number = sprintf("0769%08d", n)
        persons = n % 6 + 1
        printf "%s,张三丰,138%08d,%04d,%s,鸿福路%d号%d栋%d,居民,%d,%08d,DN15,正常,,panyu\n", \
            number, n, n % 10000, town[n % towns + 1], n % 300 + 1, n % 20 + 1, n % 2000 + 101, persons, n > a
        reading = n % 5000
        for (month = 5; month <= 10; month++) {
            volume = (n * month) % 26
            total = sprintf("%.2f", volume * 2.7)
            paid = month < 10 || volume == 0
            printf "%s,2026-%02d,2026-%02d-01,2026-%02d-25,%d,%d,%d,1,%d,居民,panyu,%s,%s,%s\n", \
                number, month, month + 1, month + 1, reading, reading + volume, volume, persons, total, \
                (paid ? total : "0"), (paid ? sprintf("2026-%02d-10", month + 1) : "") > b
            reading += volume
        }
    }
}
