"""What people call things that CLDR calls otherwise: label → everyday names. Trained on as if they were labels."""

from __future__ import annotations

_TABLE = """
automobile: car | oncoming automobile: car | deciduous tree: tree | evergreen tree: pine tree, fir tree, tree
cooking: fried egg | hot beverage: cup of coffee, coffee | locked: padlock, lock | glowing star: star
high voltage: lightning bolt, lightning | water wave: wave | crescent moon: moon | full moon: moon
spouting whale: whale | tropical fish: fish | snowman without snow: snowman | baby chick: chick | red apple: apple
bouquet: bunch of flowers, flowers | birthday cake: cake | shortcake: slice of cake
hamburger: burger, cheeseburger | soft ice cream: ice cream cone, ice cream | wine glass: glass of wine
beer mug: beer | light bulb: lamp | jack-o-lantern: pumpkin, halloween pumpkin
locomotive: steam train, steam engine | airplane: plane | bicycle: bike | dagger: knife | gem stone: gem, diamond
top hat: hat | t-shirt: shirt | running shoe: sneaker, shoe | wrapped gift: present, gift
soccer ball: football ball, ball | video game: game controller, gamepad | mobile phone: phone | alarm clock: clock
mantelpiece clock: clock | closed book: book | fire: flame | droplet: drop of water, water drop
desert island: island | four leaf clover: clover | cheese wedge: cheese | doughnut: donut | honeybee: bee
lady beetle: ladybug | bug: caterpillar | flying saucer: ufo | delivery truck: truck | fire engine: fire truck
sun with face: sun, smiling sun | house with garden: house | red heart: heart
smiling face with sunglasses: cool face with sunglasses | pile of poo: poop | smiling face: smiley, happy face
grinning face: smiley face, happy face | slightly smiling face: smiley | frowning face: sad face
crying face: crying smiley | angry face: mad face | person running: runner | person biking: cyclist
magnifying glass tilted left: magnifying glass | chart increasing: graph | money bag: bag of money
eyes: pair of eyes | footprints: foot prints | cooked rice: bowl of rice | steaming bowl: noodle soup, ramen
pot of food: stew, soup | pizza: slice of pizza | french fries: fries | poultry leg: chicken leg
bread: loaf of bread | egg: white egg | clinking beer mugs: beers | baby bottle: milk bottle
teacup without handle: cup of tea, bowl of tea | cherry blossom: pink flower | blossom: yellow flower, flower
hibiscus: flower | rose: red rose | sheaf of rice: wheat | herb: green herbs
potted plant: house plant, plant in a pot | seedling: sprout, small plant | fallen leaf: autumn leaves
leaf fluttering in wind: green leaves, leaf | sailboat: sailing boat, boat | speedboat: motor boat
passenger ship: ship | ship: big ship | anchor: ship anchor | police car: police | taxi: cab | bus: yellow bus
oncoming bus: bus | train: railway train | high-speed train: fast train | racing car: race car
mount fuji: mountain | snow-capped mountain: mountain | castle: european castle | church: small church
classical building: temple | stadium: arena | tent: camping tent | ferris wheel: big wheel
roller coaster: amusement ride | milky way: galaxy | ringed planet: saturn, planet
globe showing europe-africa: earth, globe, planet earth | sun behind cloud: partly cloudy
cloud with rain: rain cloud, rain | cloud with lightning: thunderstorm | cloud with snow: snow cloud
umbrella with rain drops: umbrella in the rain | snowflake: ice crystal | tornado: whirlwind
trophy: golden cup, cup | crystal ball: magic ball | magic wand: wand | video camera: film camera
desktop computer: computer | laptop: notebook computer | open book: reading book | scroll: parchment
crossed swords: swords, two swords | dagger: sword | key: golden key | old key: key | hammer: tool hammer
pick: pickaxe | axe: wood axe | bow and arrow: bow | shield: coat of arms shield | graduation cap: square hat
glasses: eyeglasses | sunglasses: dark glasses | jeans: trousers, pants | running shirt: tank top
high-heeled shoe: high heels | woman's boot: boot | backpack: school bag | handbag: purse bag | crown: king's crown
ring: diamond ring | dog face: dog | cat face: cat | guitar: electric guitar | drum: drums | trumpet: horn
musical note: music note | bell: golden bell | coffin: casket | bone: dog bone | tooth: white tooth
brain: human brain | anatomical heart: human heart | robot: robot head | alien: green alien
alien monster: space invader | ghost: halloween ghost | skull: death's head | ogre: red demon
goblin: red long-nosed mask | princess: girl with crown | mage: wizard, magician | fairy: fairy with wings
vampire: dracula | merperson: mermaid | santa claus: father christmas | person in suit levitating: man in suit
ninja: masked warrior | superhero: hero | detective: spy | astronaut: spaceman | teddy bear: toy bear
spiral shell: seashell, shell | bug: worm | ant: small ant | spider web: cobweb | t-rex: tyrannosaurus
sauropod: long-necked dinosaur, dinosaur
"""


def aliases() -> dict[str, tuple[str, ...]]:
    """Return {CLDR label: everyday names}."""
    table: dict[str, tuple[str, ...]] = {}
    for entry in _TABLE.replace("\n", "|").split("|"):
        if ":" in entry:
            label, names = entry.split(":", 1)
            table[label.strip()] = table.get(label.strip(), ()) + tuple(name.strip() for name in names.split(","))
    return table
