extension Culture {
  /// Names of Africa and of western Asia.
  static let africa: [Culture] = [
    Culture(
      60,
      women: "Adaeze Abena Chiamaka Folasade Ifeoma Ngozi Olúfúnmiláyọ̀ Titilayo Yetunde",
      men: "Ayodele Babatunde Chukwuemeka Ebuka Kwabena Kwame Olúwaṣeun Tunde Uchenna",
      families: """
        Abiodun Anozie-Eze Adeyemi Amponsah Asante Balogun Boateng Ezeani Ìdòwú Mensah
        Nwachukwu Ògúnbáyọ̀ Okonta Okwuosa Owusu
        """),
    Culture(
      40,
      women: "Almaz Amina Hodan Makena Naledi Nomvula Saba Tigist Wanjiru Zanele",
      men: "Abdi Dawit Jabulani Kamau Mekonnen Mwangi Sipho Tesfaye Thabo Yonas",
      families: """
        Abebe Barasa Dlamini Farah Gebremariam Haile Kiplagat Khumalo-Nkosi Mokoena Ndlovu
        Njoroge Tekle Wambui Warsame Woldemichael
        """),
    Culture(
      70,
      women: "Amal Farah Hala Huda Khadija Layla Mariam Nour Rania Salma Yasmin Zahra",
      men: "Anwar Bilal Faisal Hamza Idris Karim Mahmoud Nabil Omar Rashid Tariq Ziad",
      families: """
        Abdelrahman al-Bakri Al-Masri Ben_Youssef Bouchareb El-Sayed Haddad Khalil Mansouri
        Nasser-Eddine Qabbani Sabbagh Tahan Zeidan
        """),
    Culture(
      34,
      women: "أمل/Amal خديجة/Khadija سلمى/Salma ليلى/Layla مريم/Mariam نور/Nour هدى/Huda",
      men: "أنور/Anwar بلال/Bilal حمزة/Hamza طارق/Tariq عمر/Omar كريم/Karim وليد/Walid",
      families: """
        البكري/Albakri حداد/Haddad خليل/Khalil صباغ/Sabbagh قباني/Qabbani منصوري/Mansouri
        المصري/Almasri زيدان/Zeidan عبد_الرحمن/Abdelrahman
        """),
    Culture(
      30,
      women: "Azadeh Bahar Darya Golnaz Laleh Mahsa Niloufar Parisa Shirin",
      men: "Arash Behrouz Cyrus Dariush Farhad Kamran Navid Ramin Shahin",
      families: """
        Ahmadzadeh Farrokhi-Nia Golestani Hosseinpour Jafarian Kermani Moradi Rostami
        Tabatabaei Yazdani
        """),
    Culture(
      18,
      women: "Ayşe Çiğdem Elif Gülşen Işıl Özlem Şebnem",
      men: "Barış Çağrı Emre İlker Oğuz Serkan Ümit",
      families: "Akgün Çelikkol Demirağ Erdoğmuş Güneş Karadağ Öztürkoğlu Şahinbaş Yıldırımer"),
  ]

  /// Names of southern, eastern and south-eastern Asia.
  static let asia: [Culture] = [
    Culture(
      130,
      women: """
        Aditi Ananya Deepika Gayatri Ishani Kavya Lakshmi Meera Nandini Pooja Priya Radhika
        Shreya Tanvi Vaishnavi
        """,
      men: """
        Aditya Arjun Chetan Dhruv Gautam Harish Ishaan Karthik Manish Nikhil Pranav Rohan
        Siddharth Varun Vikram
        """,
      families: """
        Agarwal Balasubramanian Banerjee Chakraborty Deshpande Gopalakrishnan Iyengar Joshi
        Kulkarni Mukherjee Nambiar Patel Raghunathan Reddy Sengupta Shah Subramaniam
        Venkatasubramanian
        """),
    Culture(
      50,
      women: "Ayesha Fariha Hina Mahnoor Nadia Rabia Sadia Sumaiya Zainab",
      men: "Asif Bilal Danish Farhan Imran Junaid Kashif Salman Usman",
      families: "Ahmad Akhtar Bhutta Chaudhry Hossain Khan Malik Mirza Qureshi Rahman Siddiqui"),
    Culture(
      95,
      women: "Fang Hui Jing Lihua Mei Meiling Qing Rui Wenjing Xiu Yan Yifei Yue",
      men: "Bo Chen Guowei Haoran Jian Junjie Lei Ming Peng Tao Wei Xiang Zhen",
      families: "Cai Deng Fan Gao Guo Hu Jiang Liang Lü Ma Pan Qian Shen Tang Wang Xie Zheng Zhou"),
    Culture(
      36,
      women: "芳/Fang 慧/Hui 静怡/Jingyi 丽华/Lihua 美玲/Meiling 清/Qing 文静/Wenjing 悦/Yue",
      men: "博/Bo 国伟/Guowei 浩然/Haoran 建/Jian 俊杰/Junjie 明/Ming 涛/Tao 振宇/Zhenyu",
      families: """
        蔡/Cai 邓/Deng 高/Gao 郭/Guo 胡/Hu 蒋/Jiang 梁/Liang 吕/Lu 欧阳/Ouyang 潘/Pan 沈/Shen
        唐/Tang 谢/Xie 郑/Zheng
        """),
    Culture(
      48,
      women: "Eun-ji Ha-yoon Hye-jin Ji-woo Min-seo Seo-yeon Soo-ah Yu-na",
      men: "Dong-hyun Do-yun Jae-won Ji-ho Min-jun Seung-woo Sung-min Tae-yang",
      families: "Ahn Bae Choi Han Hwang Jeong Kang Kwon Lim Noh Ryu Seo Shin Yoon"),
    Culture(
      26,
      women: "Akari Chihiro Emi Haruka Kaori Mio Nanami Sayuri Yūko",
      men: "Daichi Haruto Kenji Makoto Naoki Ren Shō Takumi Yūta",
      families: """
        Fujikawa Hoshino Ishihara Kitamura Matsuoka Nishizawa Ōkubo Sakurai Tachibana
        Uemura Yamaguchi
        """),
    Culture(
      46,
      women: """
        Bảo_Ngọc Diễm_Hương Hồng_Nhung Lan_Anh Mai_Linh Như_Quỳnh Phương_Thảo Thị_Bích_Hạnh
        Thùy_Dương
        """,
      men: """
        Đình_Khôi Đức_Anh Gia_Huy Hoàng_Nam Minh_Đức Quang_Huy Tuấn_Kiệt Văn_Toàn Xuân_Phúc
        """,
      families: "Bùi Đặng Đỗ Dương Hồ Hoàng Huỳnh Lê Lý Ngô Nguyễn Phạm Phan Trần Trương Võ Vũ"),
    Culture(
      40,
      women: "Amihan Bituin Corazon Dalisay Ligaya Luzviminda Maricel Rosalinda",
      men: "Bayani Crisanto Dakila Efren Jomar Lakan Rodel Virgilio",
      families: """
        Abueva Batungbakal Catacutan Dela_Rosa Dimaculangan Evangelista Lacson-Reyes
        Macaraeg Malvar-Ilagan Panganiban Santiago Tolentino
        """),
    Culture(
      14,
      women: "Anong Kanchana Malee Pimchanok Siriporn Warunee",
      men: "Anan Chaiwat Kittisak Nattapong Somsak Thanakorn",
      families: "Charoensuk Phatthanakit Rattanakosin Saengthongchai Thanomwongsakul Wattanasin"),
    Culture(
      8, .oneWord,
      women: "Dewi Kusuma Lestari Melati Wulandari Tenzin",
      men: "Bambang Hartono Prasetyo Sutrisno Wibowo Wirawan Palden",
      families: "-"),
  ]
}
