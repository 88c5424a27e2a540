/**
 * What people choose first, as far as passwords that became public tell: the 1,000 commonest by their letters, and the commonest in which figures stand between letters.
 * From the dictionary of @zxcvbn-ts/language-common 4.1.3 (MIT; © 2012–2016 Dan Wheeler and Dropbox, Inc., © 2021 @zxcvbn-ts), left as they are.
 */
export const triedWords: readonly string[] = `
abcd access accord action adam adidas admin adrian airborne airforce airplane alabama alaska albert alex alexande alexander alexandr alexis alicia
alison allison alpha alyssa amanda amber america american anderson andre andrea andrew andrey angel angela angels animal anna anthony antonio apache
apollo apple apples arizona arnold arsenal arthur asdasd asdf asdfasdf asdfg asdfgh asdfghjk asdfghjkl ashley asshole assman atlanta august austin
avalon avatar awesome azerty baby babygirl badass badboy badger bailey bambam banana bandit barbara barbie barney baseball basketball bastard batman
baxter bear beatles beauty beaver beavis beer benjamin berlin bigboy bigcock bigdaddy bigdick bigdog bigmac bigman bigred bigtits bill billy billybob
birdie bishop bitch bitches biteme black blazer blink blizzard blonde blowjob blowme blue bluebird bobafett bobby bollocks bond bondage bonnie boobies
booboo boobs booger boogie boomer boston bowling bradley brandon brandy braves brazil brenda brian britney brittany bronco broncos brooke brooklyn
brother brutus bubba bubble bubbles buddha buddy budlight buffalo bulldog bulldogs bullet bullshit burton business buster butter butthead cadillac
caesar calvin camaro cameron canada cancer candy captain cardinal carlos carmen carolina caroline carrie carter cartman casino casper cassie catch
catfish celtic champion chance changeme charles charlie cheese chelsea cherokee cherry cheryl chester chevelle chevy cheyenne chicago chicken chocolat
chopper chris christ christin chronic cjkysirj claire classic claudia clinton cobra cocacola cock coffee college colorado compaq computer connie
connor control cookie cool cooper copper corvette cougar courtney cowboy cowboys crazy creative cricket crystal cumshot cunt daddy dakota dallas
dancer danger daniel danielle darkness darkside darkstar dave david dbrnjhbz death debbie december defender denise dennis denver design destiny
detroit devils dexter diablo diamond dick dickhead diesel digger digital disney doctor dodgers doggie dolphin dolphins domino donald donkey douglas
dragon dreamer dreams driver drowssap drummer ducati dude duke duncan dustin eagle eagles eclipse edward einstein elaine electric elephant elizabet
elvis eminem empire engineer england enigma enter eric eugene everton explorer extreme falcon family fantasy fender ferrari fire fireball firebird
fireman fish fisher fishing fktrcfylh flash florida flower flowers fluffy flyers football ford forest forever france francis frank frankie franklin
fred freddie freddy free freedom freepass freeuser friday friend friends froggy fuck fucker fucking fuckit fuckme fuckoff fuckyou future fyfcnfcbz
fylhtq gabriel galina galore gandalf garcia garfield gateway gators gemini general genesis genius george georgia gfhjkm ghbdtn giants gibson ginger
girl girls goblue godzilla golden goldfish golf golfer goober good google gordon gracie green greenday gregory guinness guitar gundam gunner hacker
hammer hannah happy hard hardcore hardon harley harrison harvey hawaii hawkeye heather heaven hellfire hello helpme hendrix hentai hercules herman
hiphop hitman hobbes hockey holiday homer honda honey hooters horney horny horse horses hotdog hotrod house houston howard hummer hunter icecream
iceman iloveyou indian infinity internet ireland ironman iwantu jack jackass jackie jackson jaguar jake james jasmine jason jasper jeff jeffrey
jennifer jenny jeremy jerry jessica jessie jester jesus jimmy john johnny johnson jonathan jones jordan joseph joshua julian junior jupiter justice
justin juventus karina katana kawasaki kelly kenneth kermit kevin killer kimberly king kirill kitten kitty klaster knight kodiak kramer kristen
kristina lacrosse lakers lasvegas lauren lawrence leather legend lennon leslie letmein liberty lickme lifehack light lights lincoln lisa little
liverpoo liverpool lizard logitech london longhorn looking louise love lovelove lovely loveme lover loverboy lovers loveyou lucifer lucky machine
maddog madison madman madmax madonna maggie magic magnum maksim manager manutd marcus maria marina marine marines mark marlboro marley marshall martin
marvin maryjane master matrix matt matthew maverick maxima maximus maxwell melanie melissa member mercedes mercury merlin metallic metallica mexico
michael michele michelle michigan mickey midnight mike miller mine minecraft miranda mitchell molly monday money monica monkey monster montana mookie
morgan morris mother motorola mountain mouse mozart muffin murphy music mustang naruto nascar nastya natali natalie natasha nathan naughty nelson
nemesis newport newyork nfnmzyf nicholas nicole nigger nikita nintendo nipples nirvana nissan norman norton nothing november october oksana oliver
olivia online orange orlando oscar outlaw packard packers pakistan pamela pandora pantera panther panthers panties panzer paradise paris parker pass
passion passport password patches patricia patrick patriots paul pavilion peaches peanut pearljam peekaboo pegasus penguin penis people pepper perfect
pervert peter phantom phoenix phpbb picard pickle pimp pimpin pirate platinum playboy player please pokemon police polina pontiac poohbear pookie poop
poopoo popcorn popeye porn porno porsche power precious predator presario pretty prince princess private psycho pumpkin purple pussy pussycat pyramid
qazwsx qazwsxedc qazxsw qwaszx qweasd qweasdzxc qweqwe qwer qwert qwerty qwertyu qwertyui qwertyuiop rabbit rachel racing raider raiders rainbow
ranger rangers raptor rascal rasdzv raven raymond razz rebecca reddog redhead redrum redskins redsox redwings reggie remember richard robbie robert
rock rocket rocks rockstar rocky roland rolltide ronald ronaldo rooster roscoe rosebud rulez runner rush ruslan russell russia sabrina sailor saints
samantha sammy samson samsung samuel sandman sandra sandy sarah sasha saturn savage scarface school scooby scooter scorpio scorpion scotland scott
scotty secret security semperfi serega serenity sergey service sexsex sexy shadow shaggy shannon sharon shelby shit shithead shorty sierra silver
simon simone simple simpson simpsons skipper skippy skyline slayer slipknot slut smith smokey smooth snickers sniper snoopy snowball snowman soccer
softball sophie spanky sparky speedy spencer spider spiderma spiderman spike spirit spitfire spooky sports spring stalker stanley star stargate
startrek starwars steelers stella stephen sterling steve steven stewart stingray stinky strike stupid sublime success sucker suckit suckme summer
sunset sunshine super superman surfer suzuki svetlana sweet swimming swordfis swordfish sydney system tanner target tarheels tattoo taurus taylor
teens tennis teresa test tester testing thailand theman theone therock thomas thumper thunder tiffany tiger tigers tigger time timothy tinker titanic
tits tomcat tommy topgun tornado toyota travis trevor trinity trooper trouble trucks trustno tucker turkey turtle tweety united usuckballz vagina
valentin vampire vanessa vegeta veronica vfhbyf vfrcbv victor victoria victory viking vikings viktor vincent viper virginia vision vladimir voodoo
voyager walker wallace walter wanker warcraft warrior water weasel welcome westside whatever white whynot wildcat wildcats william williams willie
willow wilson windows winner winston winter wizard wolf wolfpack wolverin wolves wombat wrangler wutang xavier yamaha yankee yankees yellow yfnfif
zachary zeppelin zombie zxcvbn zxcvbnm
`
  .trim()
  .split(/\s+/);

export const triedMixed: readonly string[] = `
1232323q 1234567890q 123456789a 123456789q 123456789z 1234567a 1234567q 123456aa 123qwe123 1a2b3c4d 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx
1qaz2wsx3edc a1234567 a1b2c3d4 a1s2d3f4 ncc1701a ncc1701d ncc1701e pa55w0rd pa55word passw0rd q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 zaq12wsx zaq1xsw2
`
  .trim()
  .split(/\s+/);
