/// The words and rows of keys from which the passwords that are tried first are made.
///
/// A short list of our own: with digits, signs and repetition undone, few words cover most of the
/// long lists. Words of hospitals are in it, because this product's users would think of them.
enum GuessedPasswords {
  /// Lower-case words without accents.
  static let words: Set<String> = Set(
    (access + affection + names + nature + play + hospital + calendar).split(separator: " ")
      .map(String.init))

  /// Rows of keys and the alphabet, in both directions, long enough to go around once.
  static let rows: [String] = [
    "0123456789012345678901234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm",
    "azertyuiopqsdfghjklmwxcvbn", "qwertzuiopasdfghjklyxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "qazwsxedcrfvtgbyhnujmikolp", "1q2w3e4r5t6y7u8i9o0p", "!@#$%^&*()_+", "a1b2c3d4e5f6g7h8i9",
    "aabbccddeeffgghhiijj", "112233445566778899", "147258369", "159753", "q1w2e3r4t5y6u7i8o9p0",
  ].flatMap { [$0, String($0.reversed())] }

  private static let access = """
    password passwort passw pass passwd passphrase passcode pwd mypassword thepassword newpassword \
    oldpassword contrasena motdepasse senha parola wachtwoord secret secrets topsecret mysecret \
    private admin administrator administration root toor superuser sysadmin user username guest \
    default login logon signin letmein letmeinnow openup open opensesame access accessgranted \
    welcome welcomeback hello hellothere hey changeme changeit changethis change changemenow \
    changenow temporary temp tempo test testing tester testtest demo sample example qwerty qwert \
    azerty qwertz asdf zxcv computer internet server system network office windows microsoft \
    outlook google facebook linkedin twitter instagram youtube yahoo gmail hotmail apple iphone \
    samsung android dell lenovo linux ubuntu oracle database master mastermaster key keyboard \
    number numbers onetwothree onetwothreefour nothing something \
    whatever anything blank none null void unknown trustno trustnoone iforgot forgot forget \
    remember dontforget housestaff
    """ + " "

  private static let affection = """
    iloveyou iloveu loveyou lovely love lover loveme loves ilove you iloveme iloveher iloveit \
    mylove truelove forever always together family mother father mommy daddy mama papa mom dad \
    baby babygirl babyboy girl boy angel angels angelo princess prince queen king honey sweety \
    sweetie sweetheart sugar cutie beautiful gorgeous handsome friend friends bestfriend lucky \
    happy happyday smile blessed jesus christ jesuschrist god godisgood faith hope grace heaven \
    amen sexy hottie cookie chocolate
    """ + " "

  private static let names = """
    michael michelle jennifer jessica ashley amanda daniel daniela andrew anthony joshua matthew \
    nicole jordan thomas robert charlie charles william richard christopher christian alexander \
    alexandra alexis samantha elizabeth victoria veronica stephanie melissa patrick benjamin \
    nicholas jonathan brandon austin tyler taylor george harley hunter maggie ginger bailey \
    buster pepper oliver maria carlos antonio jose juan miguel sophie sophia emily hannah anna \
    muhammad mohammed ahmed fatima ali chen wang singh kumar patel
    """ + " "

  private static let nature = """
    dragon monkey tiger lion eagle eagles falcon falcons shadow sunshine sunflower flower flowers \
    butterfly rainbow moonlight starlight star stars moon sun sunny summertime ocean river \
    mountain forest garden rose roses daisy jasmine lily orchid dog dogs puppy cat cats kitty \
    kitten horse horses dolphin dolphins wolf bear bears panda panther panthers elephant turtle \
    banana orange cherry strawberry peaches purple yellow green black white silver golden diamond \
    thunder lightning phoenix fire water earth snow snowball winterfell
    """ + " "

  private static let play = """
    football baseball basketball soccer hockey tennis golf golfer softball volleyball swimming \
    running runner superman batman spiderman ironman wonderwoman starwars startrek pokemon naruto \
    minecraft fortnite nintendo playstation xbox mario zelda pikachu matrix hobbit gandalf \
    harrypotter hogwarts cowboys steelers yankees redsox lakers packers patriots broncos giants \
    dodgers chelsea arsenal liverpool barcelona realmadrid juventus manchester ferrari porsche \
    mustang corvette mercedes toyota honda yamaha harleydavidson guitar music metallica nirvana \
    blink eminem killer ninja warrior samurai champion winner cheese coffee whiskey freedom \
    america american usa canada london paris newyork texas california florida chicago boston
    """ + " "

  private static let hospital = """
    hospital hospitals clinic clinical doctor doctors nurse nurses nursing medicine medical \
    medschool health healthcare patient patients surgery surgeon resident residents residency \
    fellow fellows fellowship intern interns internship internal attending faculty gme gmeoffice \
    coordinator director program programs chief chiefs pediatrics radiology cardiology oncology \
    neurology psychiatry anesthesia pathology emergency dermatology orthopedics urology obgyn \
    match matchday medhub newinnovations epic cerner acgme dutyhours wellness
    """ + " "

  private static let calendar = """
    january february march april may june july august september october november december monday \
    tuesday wednesday thursday friday saturday sunday spring summer autumn fall winter christmas \
    easter halloween thanksgiving newyear birthday holiday weekend today tomorrow yesterday
    """
}
