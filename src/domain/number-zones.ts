/** Where in the world a number is called, as far as its first digits tell: facts of the public numbering plans. */

/** Time zone of a number. */
export interface NumberZone {
  /** IANA zone. */
  readonly zone: string;
  /** Whether the digits leave no other; else it is the zone of most people whose numbers begin so. */
  readonly isCertain: boolean;
}

/** Calling codes of which one zone is enough to know, by the first part of its name. */
const ONE_ZONE: Readonly<Record<string, string>> = {
  Africa:
    '20 Cairo 211 Juba 212 Casablanca 213 Algiers 216 Tunis 218 Tripoli 220 Banjul 221 Dakar 222 Nouakchott 223 Bamako ' +
    '224 Conakry 225 Abidjan 226 Ouagadougou 227 Niamey 228 Lome 229 Porto-Novo 231 Monrovia 232 Freetown 233 Accra ' +
    '234 Lagos 235 Ndjamena 236 Bangui 237 Douala 239 Sao_Tome 240 Malabo 241 Libreville 242 Brazzaville 244 Luanda ' +
    '245 Bissau 249 Khartoum 250 Kigali 251 Addis_Ababa 252 Mogadishu 253 Djibouti 254 Nairobi 255 Dar_es_Salaam ' +
    '256 Kampala 257 Bujumbura 258 Maputo 260 Lusaka 263 Harare 264 Windhoek 265 Blantyre 266 Maseru 267 Gaborone ' +
    '268 Mbabane 27 Johannesburg 291 Asmara',
  America:
    '297 Aruba 501 Belize 502 Guatemala 503 El_Salvador 504 Tegucigalpa 505 Managua 506 Costa_Rica 507 Panama ' +
    '508 Miquelon 509 Port-au-Prince 51 Lima 53 Havana 54 Argentina/Buenos_Aires 57 Bogota 58 Caracas 590 Guadeloupe ' +
    '591 La_Paz 592 Guyana 594 Cayenne 595 Asuncion 596 Martinique 597 Paramaribo 598 Montevideo 599 Curacao',
  Asia:
    '357 Nicosia 374 Yerevan 60 Kuala_Lumpur 63 Manila 65 Singapore 66 Bangkok 670 Dili 673 Brunei 76 Almaty 77 Almaty ' +
    '81 Tokyo 82 Seoul 84 Ho_Chi_Minh 850 Pyongyang 852 Hong_Kong 853 Macau 855 Phnom_Penh 856 Vientiane 86 Shanghai ' +
    '880 Dhaka 886 Taipei 91 Kolkata 92 Karachi 93 Kabul 94 Colombo 95 Yangon 961 Beirut 962 Amman 963 Damascus ' +
    '964 Baghdad 965 Kuwait 966 Riyadh 967 Aden 968 Muscat 970 Hebron 971 Dubai 972 Jerusalem 973 Bahrain 974 Qatar ' +
    '975 Thimphu 977 Kathmandu 98 Tehran 992 Dushanbe 993 Ashgabat 994 Baku 995 Tbilisi 996 Bishkek 998 Tashkent',
  Atlantic: '238 Cape_Verde 247 St_Helena 290 St_Helena 298 Faroe 354 Reykjavik 500 Stanley',
  Europe:
    '30 Athens 31 Amsterdam 32 Brussels 33 Paris 350 Gibraltar 352 Luxembourg 353 Dublin 355 Tirane 356 Malta ' +
    '358 Helsinki 359 Sofia 36 Budapest 370 Vilnius 371 Riga 372 Tallinn 373 Chisinau 375 Minsk 376 Andorra 377 Monaco ' +
    '378 San_Marino 380 Kyiv 381 Belgrade 382 Podgorica 383 Belgrade 385 Zagreb 386 Ljubljana 387 Sarajevo 389 Skopje ' +
    '39 Rome 40 Bucharest 41 Zurich 420 Prague 421 Bratislava 423 Vaduz 43 Vienna 44 London 45 Copenhagen ' +
    '46 Stockholm 47 Oslo 48 Warsaw 49 Berlin 90 Istanbul',
  Indian: '230 Mauritius 246 Chagos 248 Mahe 261 Antananarivo 269 Comoro 960 Maldives',
  Pacific:
    '674 Nauru 675 Port_Moresby 676 Tongatapu 677 Guadalcanal 678 Efate 679 Fiji 680 Palau 681 Wallis 682 Rarotonga ' +
    '683 Niue 685 Apia 687 Noumea 688 Funafuti 689 Tahiti 690 Fakaofo 692 Majuro',
};

/** Behind a prefix: most are in this zone, but not all. */
const MOSTLY = '~';

/** Behind a calling code: what no other line names. */
const REST = '*';

/** Numbers that are nowhere: free ones, dear ones, personal ones. */
const NOWHERE = '';

/**
 * Calling codes with several zones: the zone, the calling code, and what follows it. The longest that fits counts. In the United States
 * and Canada the area code also stands for mobile numbers; where mobile numbers have no area, the zone of most people does.
 */
const SEVERAL_ZONES: readonly (readonly [zone: string, callingCode: string, prefixes: string])[] = [
  [
    'America/New_York',
    '1',
    '*~ 201 202 203 207 212 215 216 220 223 227 229 231 234 239 240 248 252 260 267 269 272 276 283 301 302 304 305 313 315 ' +
      '317 321 324 326 329 330 332 336 339 347 351 352 363 380 386 401 404 407 410 412 413 419 423~ 434 436 440 443 445 463 470 ' +
      '472 475 478 484 502 508 513 516 517 518 540 551 561 567 570 571 574~ 582 585 586 603 606 607 609 610 614 616 617 624 631 ' +
      '640 645 646 656 667 678 679 680 681 686 689 703 704 706 716 717 718 724 727 728 729~ 732 734 740 743 754 757 762 765 770 ' +
      '771 772 774 781 786 802 803 804 810 812~ 813 814 821 826 828 835 838 839 843 845 848 854 856 857 859 860 862 863 864 865 ' +
      '878 904 906~ 908 910 912 914 917 919 929 930~ 934 937 941 943 947 948 954 959 973 978 980 984 989',
  ],
  [
    'America/Chicago',
    '1',
    '205 210 214 217 218 219~ 224 225 228 235 251 254 256 262 270~ 274 281 308~ 309 312 314 316 318 319 320 325 327 331 334 ' +
      '337 346 361 364~ 402 405 409 414 417 430 432 447 448~ 457 464 469 471 479 483 501 504 507 512 515 531 534 539 557 563 572 ' +
      '573 580 601 605~ 608 612 615 618 620~ 629 630 636 641 651 659 660 662 682 701~ 708 712 713 715 726 730 731 737 763 769 ' +
      '773 779 785~ 806 815 816 817 830 832 847 850~ 861 870 872 901 903 913 918 920 931 936 938 940 945 952 956 972 975 979 985',
  ],
  ['America/Denver', '1', '303 307 385 406 435 505 575 719 720 748 801 915 970 983'],
  ['America/Boise', '1', '208~ 986~'],
  ['America/Phoenix', '1', '480 520 602 623 928~'],
  [
    'America/Los_Angeles',
    '1',
    '206 209 213 253 279 310 323 341 350 357 360 369 408 415 424 425 442 458~ 503 509 510 530 541~ 559 562 564 619 626 628 650 ' +
      '657 661 669 702 707 714 725 738 747 760 775~ 805 818 820 831 837 840 858 909 916 925 949 951 971',
  ],
  ['America/Anchorage', '1', '907'],
  ['Pacific/Honolulu', '1', '808'],
  ['America/St_Johns', '1', '709~ 879~'],
  ['America/Halifax', '1', '428 506 782 902'],
  [
    'America/Toronto',
    '1',
    '226 249 263 289 343 354 365 367 382 416 418 437 438 450 468 514 519 548 579 581 613 647 683 705 742 753 807~ 819 873 905 942',
  ],
  ['America/Winnipeg', '1', '204 431 584'],
  ['America/Regina', '1', '306 474 639'],
  ['America/Edmonton', '1', '368 403 587 780 825 867~'],
  ['America/Vancouver', '1', '236~ 250~ 257~ 604 672~ 778~'],
  ['America/Nassau', '1', '242'],
  ['America/Barbados', '1', '246'],
  ['America/Anguilla', '1', '264'],
  ['America/Antigua', '1', '268'],
  ['America/Tortola', '1', '284'],
  ['America/St_Thomas', '1', '340'],
  ['America/Cayman', '1', '345'],
  ['Atlantic/Bermuda', '1', '441'],
  ['America/Grenada', '1', '473'],
  ['America/Grand_Turk', '1', '649'],
  ['America/Jamaica', '1', '658 876'],
  ['America/Montserrat', '1', '664'],
  ['Pacific/Saipan', '1', '670'],
  ['Pacific/Guam', '1', '671'],
  ['Pacific/Pago_Pago', '1', '684'],
  ['America/Lower_Princes', '1', '721'],
  ['America/St_Lucia', '1', '758'],
  ['America/Dominica', '1', '767'],
  ['America/St_Vincent', '1', '784'],
  ['America/Puerto_Rico', '1', '787 939'],
  ['America/Santo_Domingo', '1', '809 829 849'],
  ['America/Port_of_Spain', '1', '868'],
  ['America/St_Kitts', '1', '869'],
  [NOWHERE, '1', '500 521 522 533 544 566 577 588 600 700 710 800 833 844 855 866 877 888 900'],

  ['Africa/Kinshasa', '243', '*~ 1'],
  ['Africa/Lubumbashi', '243', '2'],
  ['Indian/Reunion', '262', '*~ 262 263 692 693'],
  ['Indian/Mayotte', '262', '269 639'],
  ['America/Nuuk', '299', '*~'],
  ['Europe/Madrid', '34', '*~ 8 9'],
  ['Atlantic/Canary', '34', '822 828 922 928'],
  ['Europe/Lisbon', '351', '*~ 2'],
  ['Atlantic/Azores', '351', '292 295 296'],

  ['America/Mexico_City', '52', '*'],
  ['America/Tijuana', '52', '616 646 658 661 663 664 665 686'],
  ['America/Hermosillo', '52', '622 623 631 632 633 634 637 638 641 642 643 644 645 647 651 653 662'],
  ['America/Mazatlan', '52', '311 319 323 324 325 327 389 612 613 615 624 667 668 669 672 673 687 694 695 696 697 698'],
  ['America/Chihuahua', '52', '614 621 625 627 628 629 635 636 639 648 649 652 659'],
  ['America/Ciudad_Juarez', '52', '656 657'],
  ['America/Ojinaga', '52', '626'],
  ['America/Matamoros', '52', '867 868 877 878 894 899'],
  ['America/Cancun', '52', '983 984 987 998'],

  ['America/Sao_Paulo', '55', '*'],
  ['America/Manaus', '55', '92 97~'],
  ['America/Boa_Vista', '55', '95'],
  ['America/Porto_Velho', '55', '69'],
  ['America/Cuiaba', '55', '65 66'],
  ['America/Campo_Grande', '55', '67'],
  ['America/Rio_Branco', '55', '68'],
  ['America/Santiago', '56', '* 9~'],
  ['America/Punta_Arenas', '56', '61 67'],
  ['Pacific/Easter', '56', '322100 322551'],
  ['America/Guayaquil', '593', '* 9~'],
  ['Pacific/Galapagos', '593', '5252'],

  ['Australia/Sydney', '61', '*~ 2'],
  ['Australia/Lord_Howe', '61', '265632'],
  ['Australia/Melbourne', '61', '3'],
  ['Australia/Brisbane', '61', '7'],
  ['Australia/Adelaide', '61', '87 88'],
  ['Australia/Darwin', '61', '879 889'],
  ['Australia/Perth', '61', '86 89'],
  ['Indian/Cocos', '61', '89162'],
  ['Indian/Christmas', '61', '89164'],
  [NOWHERE, '61', '1'],

  ['Asia/Jakarta', '62', '* 8~'],
  ['Asia/Makassar', '62', '36 37 38 4 511 512 517 518 526 527 54 55'],
  ['Asia/Jayapura', '62', '9'],
  ['Pacific/Auckland', '64', '* 2~'],
  ['Pacific/Chatham', '64', '3305'],
  ['Pacific/Norfolk', '672', '3'],
  ['Pacific/Tarawa', '686', '*~'],
  ['Pacific/Pohnpei', '691', '*~'],
  ['Asia/Ulaanbaatar', '976', '*~'],

  ['Europe/Moscow', '7', '*~ 47 48 49 81 82 83 843 844 86 87'],
  ['Europe/Kaliningrad', '7', '401'],
  ['Europe/Samara', '7', '341 846 848'],
  ['Europe/Ulyanovsk', '7', '842'],
  ['Europe/Saratov', '7', '845'],
  ['Europe/Astrakhan', '7', '851'],
  ['Asia/Yekaterinburg', '7', '342 343 345 346 347 349 351 352 353'],
  ['Asia/Omsk', '7', '381'],
  ['Asia/Tomsk', '7', '382'],
  ['Asia/Novosibirsk', '7', '383'],
  ['Asia/Novokuznetsk', '7', '384'],
  ['Asia/Barnaul', '7', '385 388'],
  ['Asia/Krasnoyarsk', '7', '390 391 394'],
  ['Asia/Irkutsk', '7', '301 395'],
  ['Asia/Chita', '7', '302'],
  ['Asia/Yakutsk', '7', '411~ 416'],
  ['Asia/Vladivostok', '7', '421 423 426'],
  ['Asia/Magadan', '7', '413'],
  ['Asia/Sakhalin', '7', '424~'],
  ['Asia/Kamchatka', '7', '415'],
  ['Asia/Anadyr', '7', '427'],
  [NOWHERE, '7', '800'],
];

/** Less is no number that could be in another country. */
const FEWEST_DIGITS = 7;

const LONGEST_PREFIX = 8;

let zonesByPrefix: ReadonlyMap<string, NumberZone | undefined> | undefined;

/**
 * The zone of an international number; undefined for one that is nowhere in particular, such as a free one, and for what is no
 * international number.
 * @param e164 a plus sign and digits, such as `+33604120405`
 */
export function zoneOfNumber(e164: string): NumberZone | undefined {
  const digits = /^\+(\d+)$/.exec(e164)?.[1] ?? '';
  if (digits.length < FEWEST_DIGITS) return undefined;
  zonesByPrefix ??= new Map(entries());
  for (let length = LONGEST_PREFIX; length > 0; length -= 1) {
    const prefix = digits.slice(0, length);
    if (zonesByPrefix.has(prefix)) return zonesByPrefix.get(prefix);
  }
  return undefined;
}

function* entries(): Generator<readonly [string, NumberZone | undefined]> {
  for (const [area, codes] of Object.entries(ONE_ZONE)) {
    for (const [, code = '', city = ''] of codes.matchAll(/(\d+) (\S+)/g)) {
      yield [code, { zone: `${area}/${city}`, isCertain: true }];
    }
  }
  for (const [zone, callingCode, prefixes] of SEVERAL_ZONES) {
    for (const each of prefixes.split(' ')) {
      const isCertain = !each.endsWith(MOSTLY);
      const prefix = callingCode + each.replace(MOSTLY, '').replace(REST, '');
      yield [prefix, zone === NOWHERE ? undefined : { zone, isCertain }];
    }
  }
}
