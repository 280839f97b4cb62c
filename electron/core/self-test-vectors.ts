/** Answers that the building blocks must give, from the documents that define them; a program that gives others is refused at start. */
export const vectors = {
  // FIPS 180-4, "abc"
  sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  // RFC 4231, case 2
  hmac: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  // RFC 5869, case 1
  hkdf: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
  // RFC 7914, the first
  scrypt:
    '77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442' +
    'fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906',
  // The GCM specification, case 14: key, nonce and text of zeros
  gcm: { text: 'cea7403d4d606b6e074ec5d3baf39d18', tag: 'd0d1c8a799996bf0265b98b5d48ab919' },
  // RFC 8032, 7.1, the first: an empty message
  ed25519: {
    secret: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155' +
      '5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  // RFC 7748, 5.2
  x25519: {
    secret: 'a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4',
    point: 'e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c',
    shared: 'c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552',
  },
  // Our own, of the first day: the word "warm" for this identity.
  age: {
    identity: 'AGE-SECRET-KEY-126UY5VVQAU2ZKR2PQ4CCU3EAMACDGCCSGR54V29K56VTEAX3FYTSTZY0WF',
    file:
      'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSAxVFRPQTRYOHdEalZIM29XcFZ1d1VMVk1SbTdNRTc1OGwrQStmN1g0' +
      'dUQwCmxNY0Nkdm9Yc1JSWkZoOGpPVnJPQWF2SEZxK1JPdlZyVGx0eEZxY0RPRWMKLS0tIGV4ZzZSOFo2SzBLL3Z5UmZnZldr' +
      'eDZpSi9sekhTZno1SkI3MUhySmxOZWsKCZcAbkQY+7uGYzMXVRVKzC+sNv0vs6vyUbWINfuXATeiU3z1',
  },
  // Our own, of the first day: a database of one page, user_version 411799, its key the bytes 0 to 31.
  aegis: [
    'CZiZ+z+zEEn4necjsJaUGQQAAQFAQCAga7krKuD2IQutvjV/6lsai3NERFI+KgmsrNmlQm9b11oBYzwC4xZPuQjdLCYb4Vbxwf4B',
    'mp802MD/KuTiH+Gl34UhD9UgqXbXaZAcq1O1mFiN3bhPybDGWY5OtvcZGU0lvvKaEsKnoJ4LVRxRmqogn8jx/O6z0i8HEPrCb2GI',
    'lnBMIvJtwTS7j+pCOQNcrCRpYYziLgCPNp0oky0LtYOPaygo0JTBspdl6vrHulVico8STPMSNUb7jtJp8pl4Fx32uSnk9ZatboBL',
    '3ihQKP7t1C3nMtO82OWPJyDn4T3JuH0ty0OYWM6ZHRjKvtenDwCfRSdO5OU2R8OtZTr8qnJjhyxuA9KHTnpttYVCx17YMFZfAFMK',
    'hrlXy6jvtTHnMQaTbFE37buv0RiYHRX+nIIODrrkG+slNu9fzqIM7+o/dzZwAeI8NY+9ebfFIh0ddxROSA+NoBQ360CkcA5sMSMW',
    '3zPZeKdfLnjVU403VPpRXnkqT2wbTnNDO+qJzHIeBJpy8Hr/CqAZMlLS8LxmVdIio2SO3ijQD3V3EjdP/HjBCx1pdWk840zgYoJi',
    '8gVwCnhRqE1IalM2alrnYqzf5xWHr0uzmyRZCM+kx3xyuahgq+pnaUY0tlJZ+2fG1xIL6SBk+sTIdA/OooSG/Uu+pAQgXBG6ryAu',
    '7fPhwpY9QPLNx79QvxUCYSYLTvrEO/sO91AGfjYgP4dyvMKBYkPU3e38YnVOD5V1FKjOAVNpxiruKqH4vIDw3aw8qunlMNod5Jg0',
    'dMs8XXqe4WulFUFVdFzO3XOCBZXsHz+E8GUszvNgHedE2IsProq+zxLsuE7WcF4UHFnhlUJ351ektnGoYG0TwrKqW1WLlA9I+R9k',
    'GoZdbx82Gun/11G40OfiRxiGoCY3EdwSVrlQ+J8atpXgiSKf+quzZM482zrbLfVxYAtj9COB++FxcyUnYF1+1+9j6lfyLYH+ZiMr',
    'BKHjn/lIbQEaZDV2X7czgCAMI67/vpAX+iZYK63P8Idqy4nwAF9UQYzHNGp6gGOIn3J2b1hi0E6oUyc8ms+Ddd2jvB9Pg+57ENg3',
    'IDgHFS4o84QUYRQpVt1CN2Sp9JRHV7RmO76LMy6+G9Pv/z24NTBvJ0jSldI2tRlyZrdIp/clHwrYqlD2g1gVxdouC70A+3DNDHOw',
    'Iw0sI0wHMjN9Gq0WyGdjcMuQuY2HNUES2pW8zliZefaCkB1o0Xb1CVswXRDlzxcJ2hp6/HuVkp1VzEbUWHJEVcETWdfEbKeSpGsh',
    '+CDGqml1p9pbvOxIWmHHcJk+Ai/hXnzyWRiBFv0QVAnEphh3YuurK4nA2mTkWjw6sw==',
  ].join(''),
} as const;
