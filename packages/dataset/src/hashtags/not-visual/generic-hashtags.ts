import { normaliseHashtag } from '../normalise.js';

/** Category of a hashtag that says nothing about its image. */
export type GenericCategory =
  /** Names or customs of a platform. */
  | 'platform'
  /** Requests for followers, likes and views. */
  | 'reach'
  /** Photography in general, and praise of a photograph. */
  | 'photography'
  /** Equipment and editing of the photograph. */
  | 'equipment'
  /** Praise, feelings, life. */
  | 'mood'
  /** Date and time. */
  | 'time'
  /** Advertising. */
  | 'promotion'
  /** Collections and image archives. */
  | 'collection'
  | 'software'
  | 'person';

/**
 * Hashtags that say nothing about the content of an image, sorted alphabetically in each category.
 *
 * How the list was made: `platform` to `promotion` are words of photo sharing that occur on images of everything. They
 * were listed from general knowledge of such platforms and reviewed word by word. Words that can also name something
 * visible are not included (`nature`, `food`, `selfie`, `sunset`, `party`; nor `reel`, `vine`, `spam`, `cod`, `mine`,
 * `tripod`, `fuji`), nor are expressions of a face (`happy`, `sad`), nor looks of a photograph (`blackandwhite`,
 * `macro`). `collection` to `person` come from a review of all 166 hashtags in at least 15 posts of Open Clip Art, and
 * of rarer ones that look like names or noise, with samples of their images: `hash` and `HASH(0x…)` come from a bug in
 * a Perl program; `theme` and `lemonthemeicon` name the icon set of a drawing; `11` is on 29 images of all kinds;
 * `magick` says how star shapes were made. `tux` is both an uploader and Linux's penguin, so it is kept.
 */
export const GENERIC_HASHTAGS: Readonly<Record<GenericCategory, readonly string[]>> = {
  platform: words(`
    bereal discord facebook facebooklive fb fbf flashbackfriday flickr flipagram foursquare google googleplus
    hashtag hashtags ig igaddict igaddicts igbest igblog igcapture igcaptures igcommunity igcreative igdaily
    igdailyphoto iger igers igersoftheday igersworldwide igfamily igfriends iggallery igglobal igglobalclub iggood
    iggram ighub iglife iglove igmaster igmasters igmood ignation igofficial igoftheday igpic igpicoftheday igpics
    igpost igread igreels igshotz igsnaps igstory igtv igvideo igworld igworldclub insta instaapp instagram
    instagramable instagramapp instagramers instagramhub instagrammer instagrammers instagramreels instagramstory
    instagramtv instapeople instareel instareels instastories instastory instavideo iphone iphoneographer
    iphoneography iphoneonly iphonephoto iphonephotography iphonepic iphonesia kik latergram linkedin myspace
    pinterest reddit reelinstagram reelitfeelit reels reelsinsta reelsinstagram reelsvideo snapchat snapchatme
    snapseed socialmedia statigram tbh tbt throwback throwbackpic throwbackthursday tiktok tiktokviral tumblr twitch
    twitter webstagram wechat weheartit whatsapp whatsappstatus youtube youtubechannel youtuber youtubers ytshorts`),
  reach: words(`
    alwaysfollowback autofollow autolike comment comment4comment commentback commentforcomment comments dm dmme
    doubletap explore explorepage f4f f4l fff ffff fllow follow followalways followback followbackalways
    followbackteam follower followers followersinstagram followforfollow followher followhim following followme
    followmeback followmefollowyou followmenow followmeplease followpage followplease followtoday followtrain
    followus followyou followyouback foryou foryoupage foryourpage fyp fypage gain gainfollowers gaintrain
    gainwithus getfollowers getlikes gofollow growyouraccount ifollow ifollowback instafollow instafollowers
    instalike instalikes l4follow l4l like like4like likeall likealways likeback likebackteam likeforfollow
    likeforlike likeforlikeback likeforlikes likeme likemypic likers likes likesforlikes liketeam likethis likeus
    morelikes notifications pleasefollow pleaselike recent4recent recentforrecent retweet rt s4s sdv segueme
    seguidores seguimi share shareforshare sharethis shoutout shoutout4shoutout shoutoutforshoutout shoutouts
    sigueme siguemeytesigo spam4spam spamforspam sub4sub subforsub subscribe subscriber subscribers suivezmoi tag
    tag4like tagafriend tagforlikes tagfriends tagsforfollow tagsforlikes tagsforlikesapp tagsomeone tagstagram
    tagyourfriends teamfollowback trend trending trendingnow trendingreels viral viralpost viralreels viralvideo
    viralvideos`),
  photography: words(`
    bestofthebest bestoftheday bestphoto bestpic bestshot captured captures creativephotography dailyphoto
    editoftheday featureme hotshot image imageoftheday images instacapture instacollage instacool instadaily
    instaedit instafilter instagood instagoodmyphoto instagraphy instahub instalove instamoment instamood instaphoto
    instaphotography instaphotos instapic instapics instapicture instapost instashot instashots instasize instatag
    instatags magnumphotos mobilephotography moment moments myphoto myphotography naturallight noedit nofilter
    nofilterneeded nofilters photo photoaday photochallenge photodaily photodump photoedit photoeditor photofeed
    photogallery photogram photogrammer photograph photographer photographie photographs photography
    photographyeveryday photographyislife photographylovers photographysouls photogrid photolover photoofday
    photooftheday photooftheweek photos photoshoot photoshot phototag phototheday pic picart picasa piccollage picfx
    pickoftheday picofday picoftheday picoftheweek picoftheyear pics picsart picstitch picture pictureoftheday
    picturequote pictures picturetoday postoftheday potd repost reposts shotaward shotoftheday snapshot snapshots
    unedited unfiltered vsco vscobest vscocam vscocollections vscodaily vscofeed vscofilter vscogood vscogram
    vscogrid vscomood vsconature vscophile vscophoto vscox`),
  equipment: words(`
    24mm 35mm 50mm 85mm canonofficial canonphoto canonphotography canonphotos canonusa dslr fujifilm fujix
    fujixseries gopro goprohero goprooftheday hasselblad kodak leica leicacamera lightroom lightroomedit
    lightroomediting lightroomindia lightroompreset lightroompresets lumix mirrorless nikkor nikon nikonasia
    nikonphotography nikonphotos nikontop nikonusa olympusomd pentax photoshop photoshopped shotongopro shotoniphone
    shotononeplus shotonsamsung sigmaart sonya7 sonya7iii sonyalpha sonyimages sonyphotography zeiss`),
  mood: words(`
    adorable amazing amo amor amour awesome awesomeness awsome beautiful beautifulday beautifull beautifullife
    beauty bestday bestdayever besttimes bless blessed bliss bored boredom boring chilled chillin chilling classy
    cool cozy crazy crazyness cute cuteness cutest cutie dope dreambig enjoy enjoying enjoylife enjoythelittlethings
    epic excited excitement fabulous fantastic fav fave favorite favorites favourite feelgood feeling feelinggood
    feelings felicidad feliz fun funday funny funtime funtimes goals goodday goodlife goodmood goodtime goodtimes
    goodvibe goodvibes goodvibesonly gorgeous grateful gratitude great greatday greatness haha hahaha hahahaha
    happyday happydays happylife happyme happymoment happytime happytimes hilarious inspiration inspirational
    inspire inspired inspiring instabeautiful instacrazy instacute instafab instafamous instafun instagreat
    instahappy instalife joyful life lifeisbeautiful lifeisgood lifestyle lifestyles lit livelife
    livelifetothefullest lol lonely love lovehim loveit lovelife lovely loveme loveofmylife loves lovethem lovethis
    lovethisplace loveya loveyou loving lovinglife mindset missing missthis missyou mood moods motivate motivated
    motivation motivational mylife mylove nice nicetime omg outrageous passion peaceful perfect perfectday
    perfection positive positivevibes positivity precious pretty priceless proud random randomness relax relaxed
    relaxing rofl savage simplicity soexcited sohappy soulful stoked stunning success successful superb swag
    sweetness thankful thebest thuglife true truelove truestory truth unreal vibe vibes weird wonderful wow wtf yay
    yes yolo`),
  time: words(`
    2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025 2026 2027 2028 2029 2030 april august
    bedtime daily dayoff days december earlybird everyday february forever friday fridayfun fridaynight gm gn
    goodafternoon goodevening goodmorning goodnight happyfriday happymonday happysaturday happysunday happythursday
    happytuesday happywednesday january july june lastnight latenight latepost letsgo longweekend mce mcm midweek
    monday mondaymood mondaymorning mondaymotivation mondays month mornings motivationmonday musicmonday newday
    newweek november october onthisday ootn saturday saturdaynight september sunday sundayfunday sundays sundayvibes
    tgif throwbacktuesday thursday thursdaythoughts today todayis tomorrow tonight transformationtuesday tuesday
    tuesdaymotivation wayback waybackwednesday wce wcw wednesday wednesdaywisdom week weekday weekend weekends
    weekendvibes weekly year years yesterday youonlyliveonce`),
  promotion: words(`
    ad ads advertising affiliate announcement available availablenow bestprice bestseller buynow buyonline cashback
    clickthelink comingsoon contentcreator contest deals digitalmarketing discount discounts entrepreneurship
    etsyseller etsysellersofinstagram etsyshop forsale freebie freebies freedelivery freeshipping gifted giveaway
    giveaways influencer influencers instashop lastchance limitededition linkinbio linkinmybio linkinprofile
    madetoorder newarrival newarrivals newin newpost newproduct newvideo nowavailable offers olshop olshopindo
    onlinebusiness onlineshop onlineshopping onlinestore onsale openorder ordernow orderonline paidpartnership pr
    preorder promo promocode promotion promotions readystock reseller sale shoplocal shoplocally shopnow shoponline
    shoppingonline shopsmall smallbiz smallbusiness smallbusinessowner sponsor sponsored supportlocal
    supportsmallbusiness swipeup trusted trustedseller wholesale workfromhome`),
  collection: words(`
    11 cc0 clipart cliparts creativecommons freestock hash istock lemonthemeicon misc miscellaneous miscellany
    openclipart openclipartlibrary other others publicdomain royaltyfree shutterstock special stockimage stockphoto
    stockphotos theme todo unknown unsorted untagged untitled various`),
  software: words(`
    adobeillustrator aftereffects coreldraw gimp illustrator inkscape magick procreate sodipodi svg vector vectorart
    vectors`),
  person: words('architettofrancescorollandin'),
};

/** Patterns of noise, for normalized hashtags. */
const PATTERNS: readonly (readonly [reason: string, pattern: RegExp])[] = [
  ['a memory address printed by a program', /^(hash\()?0x[0-9a-f]+\)?$/],
  ['a web address', /^(https?:|www[a-z])/],
  // The option `keep` saves a real hashtag that looks like this.
  ['a missing value', /^(?:nan|nat|none|null|nil|undefined|na|n\/a|\\n)$/],
  // Six hexadecimal digits, either with a decimal digit (#b22222) or in pairs (#ffcc00), so that no English word
  // matches.
  ['a color code', /^(?=[0-9]*[a-f])(?:(?=.*[0-9])[0-9a-f]{6}|(?:([a-f])\1){3})$/],
  [
    'an exchange of follows or likes',
    /^(?:follow|like|comment|sub|share|shoutout|tag|recent)\w*?(?:4|for)(?:follow|like|comment|sub|share|shoutout|tag|recent)\w*$/,
  ],
  [
    'a photo of the day, week, month or year',
    /^(?:best|photo|picture|pic|image|shot|post|insta\w*)of(?:the|da)?(?:day|week|month|year)$/,
  ],
];

const CATEGORY_OF: ReadonlyMap<string, GenericCategory> = new Map(
  Object.entries(GENERIC_HASHTAGS).flatMap(([category, hashtags]) =>
    hashtags.map((hashtag) => [hashtag, category as GenericCategory] as const),
  ),
);

/**
 * The reason for excluding a generic or noisy hashtag from every vocabulary, in one phrase; `undefined` for other
 * hashtags.
 *
 * @param hashtag normalized by {@link normaliseHashtag}
 */
export function genericReason(hashtag: string): string | undefined {
  const category = CATEGORY_OF.get(hashtag);
  if (category !== undefined) return `generic (${category})`;
  const noise = PATTERNS.find(([, pattern]) => pattern.test(hashtag));
  return noise && `noise (${noise[0]})`;
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/).map(normaliseHashtag);
}
