"""The words of our own in the lexicon: small closed classes of English, and what WordNet cannot tell."""

from __future__ import annotations

COLOURS = """
red orange yellow green blue purple violet pink brown black white grey gray gold golden silver silvery turquoise teal
cyan magenta beige crimson scarlet maroon navy lime lilac lavender indigo azure amber emerald rainbow bronze copper
coral cream ivory khaki mauve olive peach plum rose ruby rust salmon sepia tan ochre burgundy aqua mint charcoal
reddish greenish bluish yellowish purplish pinkish brownish blackish whitish greyish coloured colored colourful
colorful multicoloured multicolored multicolour multicolor monochrome blond blonde auburn ginger 
"""
COLOURED_THINGS = """
orange rose ruby emerald amber coral peach plum olive lime lavender violet mint cream salmon gold silver copper rainbow
"""
"""Colours that are things, too."""
SHADES = "dark light bright pale deep hot neon pastel sky navy royal lime forest olive blood ice electric midnight"
"""Before a colour they are a part of it: "dark blue"."""
MATERIALS = """
gold golden silver bronze copper brass iron steel metal metallic tin aluminium aluminum titanium mithril adamantite
wood wooden oak oaken pine birch stone rock brick marble granite sandstone obsidian slate concrete cobblestone glass
crystal crystalline diamond ruby emerald sapphire amethyst topaz jade quartz opal onyx ice icy paper cardboard cloth
leather wool woolen woollen wooly silk silken cotton linen velvet denim straw wicker bamboo clay ceramic porcelain
terracotta plaster mud sand snow bone ivory pearl plastic rubber wax lava cheese chocolate candy gingerbread origami
felt lego chrome platinum
"""
METALS = "gold golden silver silvery bronze copper"
"""Colours that things which do not live are made of."""
NUMBERS = {
    "one": 1, "single": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "hundred": 100, "a hundred": 100, "one hundred": 100, "thousand": 1000, "a thousand": 1000, "dozen": 12,
    "a dozen": 12, "one dozen": 12, "half a dozen": 6, "two dozen": 24, "a couple of": 2, "couple of": 2, "both": 2,
    "a pair of": 2, "pair of": 2, "pairs of": 2, "twin": 2, "a trio of": 3, "trio of": 3, "several": 3, "some": 3,
    "a few": 3, "few": 3, "various": 3, "multiple": 3, "a group of": 3, "group of": 3, "many": 5, "lots of": 5,
    "a lot of": 5, "a herd of": 5, "a flock of": 5, "a swarm of": 5, "a school of": 5, "a pack of": 5,
    "a horde of": 5, "an army of": 5, "a crowd of": 5, "dozens of": 12, "hundreds of": 100, "thousands of": 1000,
    "a set of": 3, "a dozen of": 12, "a collection of": 5, "a row of": 3, "a family of": 3, "a team of": 3,
    "countless": 12, "numerous": 5, "a fleet of": 5, "a squad of": 5, "a band of": 5, "a gang of": 5, "a colony of": 5,
    "a litter of": 5, "a gaggle of": 5, "a murder of": 5, "a pride of": 5, "a quartet of": 4,
}  # fmt: skip
DETERMINERS = """
a an the this that these those my your his her its our their another each every any no somebody's someone's
"""
PLACING = """
in on at under below behind before beneath underneath near by inside among amongst amid against beside across through
during over above between around along beyond within outside atop past throughout onto into via aboard toward towards
in_front_of on_top_of on_the_top_of next_to close_to inside_of outside_of at_the_foot_of ahead_of
on_the_edge_of at_the_edge_of in_the_middle_of in_the_centre_of in_the_center_of at_the_centre_of at_the_center_of
near_to opposite at_the_bottom_of at_the_top_of on_board to_the_left_of to_the_right_of on_the_side_of at_the_end_of
in_the_midst_of alongside adjacent_to beside_of high_above far_above deep_in deep_inside high_over way_above
just_above in_between upon
"""
WITHIN = "in"
HERE = "underwater underground indoors outdoors upstairs downstairs outside"
"""Places by themselves."""
HIGH = """
over above high_above far_above high_over way_above just_above
"""
BESIDE = """
next_to beside alongside close_to adjacent_to near_to to_the_left_of to_the_right_of opposite
"""
RESTING = """
on on_top_of on_the_top_of atop onto upon
"""
ABOUT = """
out_of
of with without from for to like about as than per versus vs off until till since except despite regarding
because if so but or nor yet though although made_of made_from made_out_of made_up_of full_of filled_with covered_in
covered_with covered_by surrounded_by surrounded_with in_the_shape_of in_the_form_of shaped_like instead_of
decorated_with such_as along_with together_with accompanied_by in_a_pile_of lit_by topped_with based_on built_of
built_from carved_from carved_out_of wrapped_in inspired_by used_for used_to known_for dressed_as dressed_up_as
"""
MADE_OF = """
made_of made_from made_out_of made_up_of built_of built_from carved_from carved_out_of
"""
TOGETHER = """
along_with together_with accompanied_by as_well_as plus versus vs
"""
JOINING = "/ + and & plus as_well_as"
RELATIVE = "that which who whose whom while where when"
BEING = "does do did is are was were be being been 's gets got stays remains looks appears becomes"
HAVING = "with has have had having featuring containing"
THERE = """
there_is there_are there's there_was there_were here_is here_are here's this_is these_are it_is it's it_was
i_see we_see you_see i_can_see we_can_see you_can_see
"""
REQUESTS = """
draw_me draw_us draw please_draw please_draw_me can_you_draw could_you_draw show_me show give_me make_me make create
generate paint_me paint sketch design render imagine i_want i_would_like i'd_like i_need please please_make
please_create please_generate can_you_make can_you_create let_there_be picture depict illustrate i_want_you_to_draw
"""
WEARING = """
wearing dressed_in dressed_up_in clad_in wears wear in_full donning sporting robed_in cloaked_in draped_in
adorned_with dressed_with equipped_with wrapped_up_in put_on putting_on has_on
"""
HOLDING = """
holding carrying wielding armed_with swinging brandishing gripping clutching grasping bearing lifting raising waving
holds carries wields holding_up holding_onto holding_on_to reading reads playing plays eating
eats drinking drinks drinking_from juggling pushing pulling dragging biting chewing chewing_on
nibbling nibbling_on smoking balancing using uses hold carry wield swings lifting_up
raises presenting selling stirring polishing sharpening 
"""
RIDING = """
riding riding_on rides rides_on mounted_on mounting sitting_astride astride on_the_back_of driving piloting steering
"""
INTERACTING = """
fighting fights fighting_against fighting_with battling chasing chases chased_by attacking attacks facing hunting
hunts following kissing feeding petting meeting watching guarding talking_to talking_with playing_with dancing_with
fighting_off slaying defeating protecting walking_with greeting escorting training herding
"""
POSTURES = """
sitting standing lying sleeping resting perched perching floating flying hovering swimming walking running jumping
hiding waiting growing hanging living camping dancing sailing climbing crawling relaxing sunbathing rising setting
shining burning glowing falling landing parked placed located set lost stuck trapped buried planted rolling sliding
sits stands lies sleeps rests perches floats flies hovers swims walks runs jumps hides waits grows hangs lives dances
sails climbs crawls sat laying seated leaning kneeling crouching drifting wandering roaming exploring diving surfing
skiing skating fishing bathing soaring gliding towering nesting grazing playing driving travelling traveling singing
reading cooking working fighting battling meditating alone gathered leaping galloping racing bouncing blooming
"""
AIMED = """
howling barking looking staring shouting pointing aiming shooting laughing smiling gazing waving growling roaring
snarling hissing yelling glancing peering throwing screaming meowing firing snapping winking spitting swinging pecking
howls barks looks stares shouts points aims shoots laughs smiles gazes waves growls roars snarls hisses yells peers
swiping clawing biting lunging striking charging singing
"""
"""With "at" their aim follows, and no place."""
IDIOMS = """
on_top
on_fire in_flames in_love on_the_phone in_bloom in_full_bloom in_flight at_rest in_trouble on_sale in_motion on_duty
on_the_run in_action in_disguise at_work at_war in_combat in_battle in_chains in_tears in_pain in_a_hurry on_guard
on_all_fours on_one_leg on_its_back on_his_back on_her_back on_two_legs on_hind_legs on_wheels on_legs in_profile
in_half in_pieces in_one_piece in_a_row in_a_line in_a_circle in_pairs in_love_with in_charge in_shock in_fear
in_anger in_color in_colour in_black_and_white in_a_good_mood in_a_bad_mood at_ease at_peace by_itself by_himself
by_herself on_strike on_a_stick on_a_mission on_ice in_a_suit_of_armor in_distress in_mid_air in_midair in_agony
in_prayer in_a_trance at_attention on_the_loose in_full_armor in_full_armour on_display for_sale in_general
"""
VIEWS = """
side_view front_view back_view rear_view top_view top_down top-down top_down_view top-down_view topdown isometric
isometric_view bird's_eye_view birds_eye_view bird's-eye_view close_up close-up closeup from_above from_below
from_the_side from_the_front from_behind from_the_back from_the_top from_far_away from_a_distance from_afar
seen_from_above seen_from_below seen_from_the_side seen_from_behind seen_from_the_front viewed_from_above
viewed_from_below viewed_from_the_side viewed_from_behind view_from_above view_from_below view_from_the_side
view_from_the_front view_from_behind view_from_the_top side_scroller side-scroller side_scrolling side-scrolling
sidescroller first_person_view first-person third_person_view overhead_view overhead three_quarter_view
three-quarter_view 3/4_view wide_shot full_body full-body headshot head_shot facing_left facing_right facing_forward
facing_front facing_the_camera facing_the_viewer facing_away facing_us facing_you in_profile profile_view aerial_view
panoramic_view low_angle high_angle full_body_view worm's_eye_view eye_level looking_left looking_right
looking_at_the_camera looking_at_the_viewer view_from_the_window in_perspective centered centred symmetrical_view
seen_from_the_back seen_from_the_top zoomed_in zoomed_out orthographic frontal_view
"""
MANNERS = """
pixel_art pixelart pixel-art pixelated 8-bit 16-bit 32-bit 64-bit 8_bit 16_bit 32_bit 64_bit 8bit 16bit 32bit low_res
low-res lowres vector_art line_art lineart flat_design cartoon_style anime_style highly_detailed intricate_details
high_quality best_quality 4k 8k hdr uhd ultra_hd trending_on_artstation artstation unreal_engine octane_render
concept_art digital_art oil_painting voxel_art nes_style snes_style gameboy_style game_boy_style game_asset
game_sprite game_art game_icon game_character video_game_sprite rpg_sprite rpg_item rpg_icon sprite sprite_sheet
spritesheet icon clipart clip_art svg 3d_render hand_drawn hand-drawn comic_style comic_book_style ukiyo-e art_deco
art_nouveau sharp_focus cinematic_lighting dramatic_lighting studio_lighting soft_lighting vibrant_colors
vibrant_colours vivid_colors bold_outlines thick_outlines clean_lines clean_background limited_palette gameboy_palette
16x16 32x32 64x64 24x24 48x48 128x128 8x8 high_resolution hi-res award_winning beautiful_lighting flat_colors
flat_colours flat_colour simple_shapes 1-bit 1_bit 2-bit 4-bit 2_bit 4_bit lo-fi retro_style retro_game
isometric_pixel_art pencil_drawing pencil_sketch
"""
"""Never of a thing."""
LOOKS = """
retro cartoon anime detailed very_detailed intricate vector minimalist minimalistic minimal photorealistic realistic
hyperrealistic chibi kawaii monochrome abstract surreal 3d 2d watercolour watercolor photo photograph drawing sketch
doodle logo sticker emoji pixel impressionist cubist voxel low_poly low-poly nes snes gameboy game_boy video_game rpg
jrpg hd oldschool old_school seamless tileable dithered dithering masterpiece
"""
"""Of a thing before its noun, manner by themselves: "a retro computer", "a computer, retro"."""
PICTURES = """
picture image photo photograph drawing painting sprite icon portrait illustration sketch rendering render emoji
sticker logo clipart clip_art pixel_art vector_art doodle depiction cartoon sprite_sheet scene artwork art
oil_painting watercolour watercolor pencil_drawing pixelart pixel-art pixel_art_sprite pixel_art_icon pixel_art_image
pixel_art_picture pixel_art_drawing pixel_art_scene close_up close-up closeup tileset tilemap game_sprite game_icon
pixel_art_portrait pixel_art_tileset digital_art graphic figure representation design line_drawing line_art
"""
DEPICTIONS = "map model statue sign symbol flag emblem replica miniature globe tapestry banner bust figurine toy legend"
"""Of a place, they stand for it and are not in it."""
PARTS = """
view picture image photo photograph painting drawing landscape scene postcard top bottom edge end middle centre
center side part depths floor surface rest foot heart bank banks shore base peak summit corner entrance back front
ruins outskirts midst skyline panorama horizon
"""
"""Of a place, they are the place: the top of the mountain, a view of the desert."""
PLACES = """
night day dusk dawn sunset sunrise midnight noon midday twilight morning evening afternoon winter summer autumn spring
fall christmas halloween easter space outer_space deep_space sky heaven hell rain storm thunderstorm snow snowstorm
blizzard fog mist wind moonlight sunlight sunshine starlight darkness dark light shadow shadows sunny_day rainy_day
snowy_day cloudy_day background backdrop forest woods wood jungle rainforest swamp marsh bog desert savanna
savannah tundra taiga meadow field fields grass grassland prairie garden park farm orchard vineyard beach shore coast
seashore seaside island sea ocean lake river stream creek pond waterfall lagoon bay harbor harbour port reef
coral_reef mountain mountains hill hills valley canyon cliff cave cavern dungeon mine volcano crater glacier iceberg
north_pole south_pole arctic antarctic sand dune dunes oasis city town village street road highway alley bridge
skyline downtown countryside castle palace fortress temple church cathedral monastery tower house home mansion cottage
hut cabin apartment building skyscraper room kitchen bedroom bathroom living_room classroom school library museum
hospital office factory warehouse store shop market marketplace supermarket mall restaurant cafe bar pub tavern inn
saloon theater theatre cinema stadium arena gym prison jail graveyard cemetery crypt tomb ruins station train_station
airport hangar spaceship space_station moon mars jupiter saturn venus planet another_planet alien_planet galaxy
universe world earth orbit throne_room laboratory lab workshop smithy forge basement attic cellar sewer hallway
corridor lobby courtyard balcony rooftop roof porch yard backyard barn stable greenhouse zoo circus amusement_park
playground battlefield ice ice_floe water deep_sea bottom_of_the_sea seabed lava clouds horizon wilderness ruin
pyramid egypt japan paris london new_york tokyo rome africa asia america europe antarctica table floor ground wall
shelf stage air distance middle_ages future dream nightmare sun_rays neon metropolis suburb square plaza
fairground carnival wasteland steppe moor heath glade grove clearing path trail footpath riverbank lakeside shoreline
pier dock jetty quarry gorge ravine plateau plain plains hillside mountainside snowfield ski slope summit peak
wheat_field corn_field flower_field rice_field parking_lot gas_station race_track track court pitch pool swimming_pool
bathtub bath aquarium gothic_cathedral haunted_house wizard_tower medieval_village ancient_temple enchanted_forest
magic_forest dark_forest open_sea high_seas void abyss underworld crowd traffic window doorway
"""
NO_PLACES = """
chair tree car boat ship horse bed mat pillow box basket cup bowl plate pot bottle hat cap door desk bench sofa couch
stone log branch leaf flower mushroom rock stump skateboard carpet rug stool throne bicycle train truck cloud bus
broom nest egg head shoulder shoulders hand hands back wheel hook plane rocket balloon
"""
"""Nothing stands before one as its place, whatever WordNet says."""
TIMES = """
night day dusk dawn sunset sunrise midnight noon midday twilight morning evening afternoon winter summer autumn spring
christmas halloween easter full_moon new_year golden_hour nightfall daybreak
"""
WEATHER = "rain snow fog mist storm thunderstorm blizzard moonlight sunlight sunshine darkness"
"""Alone between commas they are where something is: in the rain."""
HEADWEAR = """
hat cap crown helmet helm tiara wreath fez sombrero turban beret bonnet bowler headband hood halo diadem coronet
bandana headdress headscarf top_hat wizard_hat witch_hat party_hat straw_hat cowboy_hat santa_hat fedora visor wig
beanie toque circlet mitre headgear hairband laurel
"""
WEARABLE = """
robe dress suit coat jacket armor armour cloak cape gown shirt tunic pants trousers jeans skirt shorts boots boot
shoes shoe gloves glove scarf tie bow_tie bowtie glasses sunglasses goggles monocle mask belt apron sweater hoodie
vest kilt kimono toga uniform socks sock sandals necklace earrings earring ring bracelet backpack eyepatch eye_patch
spacesuit space_suit tuxedo t-shirt plate_armor plate_armour chainmail chain_mail leather_armor leather_armour costume
outfit clothes clothing garments overalls poncho rags pajamas pyjamas swimsuit bikini mittens gauntlets greaves collar
bandage amulet pendant spectacles headphones harness saddle cowl veil shawl wings
"""
HELD = """
sword axe hammer spear gun katana shield staff wand lance dagger knife mace club pistol rifle trident scythe shovel
torch lantern umbrella balloon broom guitar trumpet violin saw wrench pitchfork crossbow boomerang telescope bow blade
battleaxe battle_axe warhammer greatsword longsword shortsword broadsword halberd flail whip sickle pickaxe rapier
sabre saber cutlass scimitar lightsaber stick flag banner book tome scroll potion flask lamp candle camera microphone
cane crook sceptre scepter orb crystal_ball quiver net fishing_rod rod paintbrush brush pen pencil quill basket bag
bouquet flower cup mug goblet chalice tankard beer phone key map magnifying_glass harp lute flute drum shuriken
nunchaku musket revolver shotgun bazooka slingshot bomb grenade hook chainsaw drill ladle spoon fork frying_pan
rolling_pin parasol gift present sign teddy_bear skull bone kite pipe lollipop bucket pail watering_can sack suitcase
briefcase letter envelope pizza burger hamburger sandwich apple carrot baguette banana
ice_cream donut doughnut turkey_leg bell horn hourglass compass rope lasso oar paddle pan skillet cleaver scissors dice
trophy egg crystal gem diamond coin laptop controller feather heart star spyglass
"""
BEINGS = """
human undead royal mummy villager guard thief assassin merchant blacksmith farmer hunter healer
orc goblin elf dwarf wizard witch warlock sorcerer sorceress mage knight paladin rogue archer ranger warrior barbarian
cleric druid bard necromancer samurai ninja pirate viking robot cyborg android alien zombie skeleton ghost vampire
werewolf mummy demon devil angel dragon unicorn griffin phoenix slime troll ogre giant cyclops minotaur centaur
mermaid fairy pixie imp gnome halfling kobold lich golem gargoyle elemental hero heroine villain king queen prince
princess astronaut cowboy soldier chef monster creature beast character snowman scarecrow yeti bigfoot dinosaur t-rex
cat dog teddy_bear puppet doll mech santa santa_claus elf_warrior lizardman merfolk naga basilisk hydra kraken wyvern
cow pig penguin frog owl fox bear wolf panda monkey ape gorilla mouse rat rabbit skull snail man woman boy girl person
child
"""
MASS = """
water fire smoke sand snow ice rain gold silver food bread cheese rice milk honey sugar salt pepper salt_and_pepper
mac_and_cheese macaroni_and_cheese spaghetti pasta grass hair fur armor armour clothing furniture magic music money
light lightning thunder lava mud blood oil coal wood stone metal glass paper soup tea coffee beer wine juice butter
jam meat beef pork bacon poison art fog mist wind dust dirt moss ivy hay wheat corn cotton leather wool silk popcorn
fish_and_chips fire_and_ice mistletoe seaweed algae slime
"""
PAIRS = """
knife_and_fork mac_and_cheese salt_and_pepper bow_and_arrow nut_and_bolt skull_and_crossbones couch_and_lamp
fork_and_knife ball_and_chain hammer_and_sickle hammer_and_anvil fish_and_chips 
bread_and_butter peanut_butter_and_jelly needle_and_thread lock_and_key cup_and_saucer 
dungeons_and_dragons snakes_and_ladders yin_and_yang hook_and_line bucket_and_spade macaroni_and_cheese
pestle_and_mortar mortar_and_pestle jack_o'_lantern jack-o'-lantern jack_o_lantern rock_and_roll tic_tac_toe
cheese_and_crackers spaghetti_and_meatballs pen_and_paper hide_and_seek bed_and_breakfast
burger_and_fries 
brush_and_palette rhythm_and_blues nuts_and_bolts gin_and_tonic egg_and_spoon
dustpan_and_brush 
"""
"""Several nouns that are one thing."""
COMPOUNDS = """
game_over_screen game_over 8_ball eight_ball northern_lights
flying_saucer flying_fish flying_squirrel flying_carpet flying_machine flying_broom hot_dog hot_air_balloon hot_pepper
hot_tub black_hole polar_bear teddy_bear red_panda guinea_pig ice_cream ice_cream_cone ice_cream_truck fire_engine
fire_truck washing_machine sewing_machine vending_machine slot_machine rolling_pin rocking_chair rocking_horse
sleeping_bag shooting_star falling_star running_shoe fishing_rod fishing_boat fishing_pole sailing_ship sailing_boat
frying_pan cutting_board chopping_board magnifying_glass swimming_pool living_room dining_room dining_table
wedding_cake wedding_ring wedding_dress building_block parking_lot spinning_top spinning_wheel boxing_glove
bowling_ball bowling_pin racing_car walking_stick drinking_horn crossing_sign lucky_cat evil_eye
iron_maiden black_widow blue_whale killer_whale giant_squid praying_mantis humming_bird christmas_tree
lily_of_the_valley jack_in_the_box man_of_war lord_of_the_rings stained_glass loudspeaker four_leaf_clover
four-leaf_clover first_aid_kit electric_guitar bald_eagle snowy_owl great_white_shark weeping_willow venus_flytrap
laughing_gas living_dead gaming_chair talking_tree healing_potion reading_lamp training_dummy bleeding_heart
burning_bush cooking_pot climbing_wall treasure_chest treasure_map statue_of_liberty loch_ness_monster t_rex t-rex
tyrannosaurus_rex santa_claus easter_bunny tooth_fairy grim_reaper grand_piano health_bar health_potion mana_potion
floating_island floating_eye floating_castle swan_boat merry_go_round merry-go-round ferris_wheel roller_coaster
king_kong big_ben eiffel_tower leaning_tower_of_pisa mount_fuji great_wall_of_china taj_mahal iron_man spider_man
spider-man super_mario rubik's_cube knight_in_shining_armor
"""
"""Where the noun is not the last word's kind, or an adjective belongs to the name."""
INVARIANT = """
northern_lights
mars texas vegas hermes ares hercules cyclops hades santa_claus honduras james charles thames athens achilles
glasses scissors pants trousers jeans shorts goggles sunglasses spectacles binoculars tongs pliers tweezers pincers
shears pajamas pyjamas tights leggings overalls clothes stairs series species bellows headquarters crossroads barracks
gallows news chess mathematics athletics gymnastics sheep deer moose fish aircraft spacecraft hovercraft bison salmon
trout tuna shrimp squid swine offspring dice headphones earphones suspenders breeches knickers briefs boxers scales
caltrops nunchucks maracas bagpipes alps andes chips fries noodles spaghetti oats greens christmas atlas canvas iris
bus lens gas mantis pancreas pegasus cosmos chaos ibis tennis pelvis cannabis penis clematis analysis thesis basis
crisis oasis axis walrus octopus platypus cactus virus genius lotus crocus hippopotamus rhinoceros sphinx phoenix lynx
moss boss glass grass cross dress fortress mattress princess goddess waitress actress compass bass brass
"""
"""Their plural is the same, or they only look like plurals."""
IRREGULAR = {
    "mice": "mouse", "dormice": "dormouse", "lice": "louse", "geese": "goose", "oxen": "ox", "children": "child",
    "people": "person", "teeth": "tooth", "feet": "foot", "dice": "die", "knives": "knife", "wives": "wife",
    "lives": "life", "wolves": "wolf", "werewolves": "werewolf", "leaves": "leaf", "loaves": "loaf",
    "thieves": "thief", "elves": "elf", "shelves": "shelf", "bookshelves": "bookshelf", "halves": "half",
    "calves": "calf", "scarves": "scarf", "hooves": "hoof", "dwarves": "dwarf", "dwarfs": "dwarf", "wharves": "wharf",
    "beeves": "beef", "sheaves": "sheaf", "selves": "self", "jackknives": "jackknife", "penknives": "penknife",
    "cacti": "cactus", "octopi": "octopus", "octopodes": "octopus", "fungi": "fungus", "nuclei": "nucleus",
    "radii": "radius", "stimuli": "stimulus", "alumni": "alumnus", "hippopotami": "hippopotamus", "rhinos": "rhino",
    "larvae": "larva", "algae": "alga", "nebulae": "nebula", "antennae": "antenna", "supernovae": "supernova",
    "vertebrae": "vertebra", "amoebae": "amoeba", "formulae": "formula", "crises": "crisis", "oases": "oasis",
    "bacteria": "bacterium", "phenomena": "phenomenon", "criteria": "criterion", "automata": "automaton",
    "axes": "axe", "crosses": "cross",
    "matrices": "matrix", "vertices": "vertex", "indices": "index", "appendices": "appendix",
    "beaux": "beau", "plateaux": "plateau", "chateaux": "chateau", "seraphim": "seraph", "cherubim": "cherub",
    "golems": "golem", "lenses": "lens", "buses": "bus", "gases": "gas", "quizzes": "quiz", "passersby": "passerby",
    "staves": "staff", "gladioli": "gladiolus", "men": "man", "women": "woman", "brethren": "brother",
    "genera": "genus", "corpora": "corpus", "sphinges": "sphinx", "phalanges": "phalanx", "pence": "penny",
    "kine": "cow", "bureaux": "bureau", "virtuosi": "virtuoso", "graffiti": "graffito", "mottoes": "motto",
    "cherubs": "cherub", "potatoes": "potato", "tomatoes": "tomato", "heroes": "hero", "mosquitoes": "mosquito",
    "volcanoes": "volcano", "mangoes": "mango", "echoes": "echo", "torpedoes": "torpedo", "tornadoes": "tornado",
    "buffaloes": "buffalo", "flamingoes": "flamingo", "dominoes": "domino", "mementoes": "memento", "haloes": "halo",
    "cargoes": "cargo", "tuxedoes": "tuxedo", "grottoes": "grotto", "mulattoes": "mulatto", "zeroes": "zero",
    "ghettoes": "ghetto", "stuccoes": "stucco", "archipelagoes": "archipelago", "avocadoes": "avocado",
    "weremice": "weremouse", "titmice": "titmouse", "nautili": "nautilus", "abaci": "abacus", "sarcophagi":
    "sarcophagus", "papyri": "papyrus", "narcissi": "narcissus", "hippocampi": "hippocampus", "magi": "magus",
    "colossi": "colossus", "genii": "genie", "djinn": "djinni", "jinn": "jinni", "valkyries": "valkyrie",
}  # fmt: skip
SINGLE = "man"
"""Compounds of it have "men" for plural: snowmen."""
ADVERBS = """
very really quite too so extremely incredibly super rather fairly slightly somewhat almost nearly half fully
completely totally mostly partly brightly darkly softly heavily lightly beautifully quietly slowly quickly happily
sadly angrily together alone away up down out back forward backwards left right upside just only also still again
there here then now well high low fast deeply magically peacefully gently far not never even always loudly calmly
proudly sideways inside-out overhead
"""
PARTICIPLES = """
awoken beaten become begun bent bound bitten bled blown broken brought built burnt bought caught chosen come crept cut
dealt dug done drawn driven drunk eaten fallen fed felt fought found flown forbidden forgotten forgiven frozen given
gone grown hung heard hidden hit held hurt kept known laid led leapt learnt left lent let lain lit lost made meant met
mown paid put read ridden risen run said sawn seen sent set sewn shaken shed shot shown shrunk shut slain slept slit
sold sought sown spent spilt spun split spread sprung stolen stood struck strung stuck stung sunk swept swollen swum
sworn swung taken taught thought thrown told torn trodden understood undone unhidden upset woken won worn wound woven
written wrung overgrown overthrown withdrawn clad bespectacled beheaded
"""
"""Past participles that no rule makes."""
PRONOUNS = "what it he she they we you i him them me us itself himself herself themselves something someone nothing"
ADJECTIVES = """
cute tiny big small little large huge giant gigantic enormous old young new ancient medieval evil good bad scary
spooky happy sad angry friendly magic magical enchanted haunted cursed holy dark light bright shiny glowing sparkling
broken rusty dirty clean fluffy furry hairy spiky fat thin tall short long round square wide narrow fast slow hot cold
frozen burning flaming fiery icy snowy rainy stormy cloudy sunny starry wet dry futuristic steampunk cyberpunk gothic
victorian fantasy sci-fi scifi epic legendary rare common royal noble wild tame strong weak brave fierce lazy sleepy
hungry dead alive undead living sleeping flying walking running open closed empty full whole half left right upper
lower first second third last two-handed one-handed double-headed one-eyed three-headed two-headed cartoon animated
beautiful pretty ugly handsome elegant simple complex mystic mystical mythical mythic demonic angelic heavenly
infernal spectral ghostly eerie creepy mysterious secret hidden lost abandoned ruined overgrown crumbling mossy rocky
sandy muddy grassy leafy wooden stone metal armored armoured winged horned fanged bearded hooded masked robed cloaked
curly straight striped spotted dotted checkered plaid patterned transparent translucent see-through shimmering
twinkling gleaming polished worn torn tattered weathered jagged smooth rough soft hard heavy lightweight massive mini
miniature baby adult teenage elderly male female human elven dwarven orcish goblin draconic celestial cosmic lunar
solar stellar arcane elemental poisonous toxic venomous radioactive electric mechanical robotic cybernetic digital
virtual tropical arctic polar tall-masted wise foolish silly funny goofy grumpy cheerful joyful jolly merry excited
surprised worried scared tired bored serious sober drunk crazy mad insane majestic mighty powerful powerless deadly
lethal dangerous safe peaceful calm quiet loud noisy busy crowded lonely tiny-winged cozy cosy rustic modern classic
vintage antique retro traditional japanese chinese european american african egyptian greek roman norse viking celtic
persian indian mexican french english german italian spanish russian scottish irish dutch
"""
MOSTLY_ADJECTIVES = """
small good holy dark fat round open empty upper lower first third last simple complex jolly calm cozy cosy rough narrow
short straight wild common plaid unknown great
"""
"""Nouns that without an article are adjectives."""
ALONE = """
punk noble martian roman greek drunk mortal viking mystic outlaw neanderthal blonde blond ginger egyptian persian
indian mexican american german italian russian african asian gamer
"""
"""Adjectives that name a person by themselves: "a punk"."""
EVENTS = "wedding evening morning meeting blessing being offering gathering thing king ring string spring wing sling"
"""Nouns that end as participles do."""
EXTRA_NOUNS = """
minecart hoverboard jetpack spaceship starship lightsaber mecha mech slime orc goblin kobold lich golem wyvern
draconian spriggan naga tengu halfling necromancer paladin lizardman dragonborn tiefling dungeon treant ent warg
hobbit gnoll drow bugbear mimic beholder owlbear displacer wisp wraith banshee ghoul yeti sasquatch kraken leviathan
hydra basilisk manticore chimera griffin gryphon pegasus minotaur satyr faun dryad nymph imp succubus djinn genie
efreet elemental familiar homunculus ninja samurai ronin shinobi shogun kunai shuriken katana longsword greatsword
shortsword broadsword warhammer battleaxe pickaxe mithril adamantite powerup pokeball tileset chibi emoji selfie robot
android cyborg drone bot smartphone laptop gamepad joystick controller t-shirt hoodie burrito taco sushi ramen boba
pizza
"""
