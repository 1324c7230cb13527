print("housestaff")
