extension Culture {
  /// Names of the European continent and of Israel.
  static let europe: [Culture] = [
    Culture(
      28,
      women: "Annelies Birgit Friederike Greta Hanneke Katrin Liesbeth Ulrike Wiebke",
      men: "Bastiaan Dieter Florian Jürgen Klaas Lennart Matthias Sjoerd Tobias Wolfgang",
      families: """
        Achterberg Brinkmann de_Vries Eichhorn Grünwald Hoogendoorn Kühn Löwenthal
        Schönfelder Steinbrück Strauß van_den_Berg van_der_Meer von_Rosenau Weißgerber
        """),
    Culture(
      24,
      women: "Anaïs Bénédicte Chloé Delphine Élodie Geneviève Héloïse Margaux Solène",
      men: "Aurélien Baptiste Cédric Étienne Gaël Jérôme Loïc Maël Rémi Théo",
      families: """
        Beauchêne Chastain d'Aubigné de_la_Croix Delacourt Duchêne Fauré-Lambert Gauthier
        L'Écuyer Lefèvre Montclair Rousselot Thibodeau
        """),
    Culture(
      26,
      women: "Alessia Bianca Chiara Donatella Elisabetta Fiamma Giulia Ilaria Ottavia",
      men: "Alessandro Dario Enzo Fabrizio Lorenzo Matteo Niccolò Raffaele Tommaso",
      families: """
        Bellavista Castellano D'Amico Dell'Acqua Fiorentino Lombardi Montesano Pellegrino
        Ricciardi Santangelo Tommasini Verdi-Colombo
        """),
    Culture(
      16,
      women: "Anastasia Despina Eleni Fotini Ioanna Kalliope Theodora",
      men: "Aristides Dimitrios Evangelos Konstantinos Nikolaos Stavros Yiannis",
      families: "Anagnostou Christodoulou Galanis Karagiannis Papadimitriou Stathopoulos"),
    Culture(
      30, .gendered,
      women: "Agnieszka Bożena Elżbieta Jadwiga Katarzyna Łucja Małgorzata Żaneta",
      men: "Bartłomiej Grzegorz Jarosław Kazimierz Łukasz Mieczysław Stanisław Zbigniew",
      families: """
        Borkowski Chmielewski Dąbrowski Grabowski Jabłoński Leśniewski Sikorski Wiśniewski
        Wróblewski Zieliński
        """),
    Culture(
      14,
      women: "Božena Dorottya Jasna Kateřina Ljiljana Lucija Réka Zdeňka",
      men: "Bálint Dražen Goran István Jiří László Ondřej Tomáš Željko",
      families: """
        Babić Černý Dvořáček Földes Hájek Horváthy Jurčić Kőszegi Petrović Růžička Szőllősi
        Šimůnek Vuković
        """),
    Culture(
      24,
      women: "Astrid Freja Ingeborg Kirsten Liv Maja Saga Solveig Tuulikki Åsa",
      men: "Aleksi Bjørn Eskil Gunnar Håkon Jørgen Mikkel Nils Olli Søren Östen",
      families: """
        Ångström Bergqvist Dahlgaard Fagerlund Grønlund Hämäläinen Kjærgaard Lindqvist
        Mäkelä Nygård Øverland Sørbø Törnqvist Virtala
        """),
    Culture(
      12, .patronymic,
      women: "Ásdís Björk Guðrún Hrafnhildur Ísold Þórdís Sólveig Æsa",
      men: "Bjarki Einar Guðmundur Hákon Jökull Sigurður Þorsteinn Ægir",
      families: "Arnar Björns Einars Guðmunds Gunnars Halldórs Jóns Kristjáns Sigurðar Þórs"),
    Culture(
      20, .gendered,
      women: "Alina Daria Ekaterina Galina Irina Larisa Nadezhda Oksana Tatiana",
      men: "Andrei Boris Dmitri Fyodor Gleb Kirill Maksim Pavel Ruslan Timofei",
      families: "Beryozov Chernov Gribanov Kalinin Lebyodkin Morozov Rodionov Snegirin Vetrov"),
    Culture(
      22, .gendered,
      women: """
        Алина/Alina Дарья/Daria Екатерина/Ekaterina Ирина/Irina Лариса/Larisa
        Надежда/Nadezhda Оксана/Oksana Светлана/Svetlana
        """,
      men: """
        Андрей/Andrei Борис/Boris Глеб/Gleb Дмитрий/Dmitri Кирилл/Kirill Максим/Maksim
        Павел/Pavel Руслан/Ruslan
        """,
      families: """
        Берёзов/Beryozov Ветров/Vetrov Грибанов/Gribanov Калинин/Kalinin Морозов/Morozov
        Озеров/Ozerov Родионов/Rodionov Снегирин/Snegirin
        """),
    Culture(
      26,
      women: "Aviva Dalia Eliana Hadassah Miriam Noa Orly Shira Tamar Yael",
      men: "Ari Avraham Boaz Eitan Gideon Moshe Nadav Shimon Uri Yaakov",
      families: """
        Abramowitz Ben-Ami Blumenfeld Edelman Goldfarb Halpern Katzenbach Lichtman Mizrahi
        Rosenzweig Shapiro-Levin Teitelbaum
        """),
    Culture(
      16,
      women: "Anahit Ketevan Lusine Nino Shushan Tamta",
      men: "Aram Davit Giorgi Hovhannes Levan Vahan",
      families: """
        Abashidze-Kobalia Arzumanyan Beridze Gevorkyan Hovsepian Kharatishvili Lomidze
        Melkonian Sarkisyan-Torosyan Tsereteladze
        """),
  ]
}
