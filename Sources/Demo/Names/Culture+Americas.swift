extension Culture {
  /// Names of the Americas and of the British Isles.
  static let americas: [Culture] = [
    Culture(
      260, .composed,
      women: """
        Abigail Alice Audrey Beth Caroline Claire Dana Eleanor Emily Erin Grace Hannah Heather
        Iris Jane Joanna Julia Kara Laura Leah Lillian Meredith Molly Naomi Nora Paige Rachel
        Rebecca Robin Ruth Sarah Sylvia Tessa Vivian
        """,
      men: """
        Adam Alan Andrew Benjamin Caleb Charles Colin Daniel Douglas Edward Elliot Ethan Frank
        Gabriel Graham Henry Ian Isaac Jacob Joel Jonathan Julian Keith Luke Martin Nathan Noah
        Oliver Owen Patrick Peter Ryan Samuel Stephen Thomas Walter
        """,
      families: """
        Ald Ash Bar Beck Birch Brad Brook Carl Cold Crom Dun East Elm Fair Farn Hart Hazel Hol
        Kend Lang Lin Marl Nor Oak Pem Red Row Sher Stan Thorn Wake Whit Wil Wood
        """),
    Culture(
      70,
      women: """
        Aaliyah Brianna Camille Danielle Ebony Imani Jasmine Kiara Latoya Maya Monique Nia
        Renée Simone Tamika Zuri
        """,
      men: """
        Andre Darius Desmond Elijah Isaiah Jalen Jamal Kofi Malik Marcus Maurice Quentin Reggie
        Terrence Tyrone Xavier
        """,
      families: """
        Bankhead Beaumont Broadnax Caldwell Coleman Dupree Fontaine Gaines Hollis Ivory
        Lattimore Mosley Pettway Randolph Sims Tolliver Weatherspoon Witherspoon
        """),
    Culture(
      110, .twoFamilies,
      women: """
        Adriana Alejandra Beatriz Camila Carolina Daniela Elena Esperanza Gabriela Inés Jimena
        Lucía Marisol Paloma Pilar Rocío Soledad Valentina Ximena
        """,
      men: """
        Alejandro Andrés Diego Emilio Esteban Felipe Gonzalo Ignacio Javier Joaquín Mateo
        Nicolás Rafael Ramón Rodrigo Santiago Sebastián Tomás Ulises
        """,
      families: """
        Aguilar Arriaga Benítez Cárdenas Cervantes Escobedo Figueroa Galván Ibáñez Jurado
        Lozano Mendoza Montoya Muñoz Núñez Ocampo Palomares Quintero Rentería Salcedo Trujillo
        Urrutia Villaseñor Zamudio
        """),
    Culture(
      35,
      women: "Ana_Clara Beatriz Débora Fernanda Heloísa Isadora Larissa Luíza Mariana Thaís",
      men: "André Caio Davi Estêvão Gustavo Henrique João Luís Otávio Thiago Vinícius",
      families: """
        Albuquerque Brandão Camargo Conceição Figueiredo Gonçalves Magalhães Menezes Montenegro
        Nogueira Patrício Queiróz Sepúlveda Vasconcelos
        """),
    Culture(
      60,
      women: "Aisling Aoife Bronwyn Catriona Ciara Deirdre Eilidh Fiona Niamh Róisín Siân",
      men: "Aidan Alasdair Angus Brendan Cathal Conor Dermot Emrys Gareth Rhys Ruairí Séamus",
      families: """
        Abernethy Breathnach Carrick Cavanaugh Colquhoun Doherty Ferguson Gallagher Llewellyn
        MacLeish MacQuarrie McAllister O'Brien O'Hanlon Ó_Súilleabháin Penhallow Pritchard
        Rafferty Tregarthen
        """),
    Culture(
      14,
      women: "Kailani Leilani Mahina Noelani Pualani Sina",
      men: "Ikaika Kaleo Keoni Makoa Nohea Tavita",
      families: "Kahananui Kaʻaihue Kealoha Nāhale Tuiasosopo Faleafa Laulima Mahoe"),
  ]
}
