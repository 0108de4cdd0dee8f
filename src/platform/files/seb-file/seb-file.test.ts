import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { openWithPassword, sealWithPassword } from './password-box.ts'
import { readPlist, writePlist } from './plist.ts'
import { readSebFile, writeSebFile } from './seb-file.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')

/** Published vectors of the data format, version 3, with passwords. */
const VECTORS = [
  {
    password: 'thepassword',
    encryptionSalt: '0001020304050607',
    macSalt: '0102030405060708',
    vector: '02030405060708090a0b0c0d0e0f0001',
    plain: '01',
    box: '03010001 02030405 06070102 03040506 07080203 04050607 08090a0b 0c0d0e0f 0001a1f8 730e0bf4 80eb7b70 f690abf2 1e029514 164ad3c4 74a51b30 c7eaa1ca 545b7de3 de5b010a cbad0a9a 13857df6 96a8',
  },
  {
    password: 'thepassword',
    encryptionSalt: '0102030405060700',
    macSalt: '0203040506070801',
    vector: '030405060708090a0b0c0d0e0f000102',
    plain: '0123456789abcdef',
    box: '03010102 03040506 07000203 04050607 08010304 05060708 090a0b0c 0d0e0f00 01020e43 7fe80930 9c03fd53 a475131e 9a1978b8 eaef576f 60adb8ce 2320849b a32d7429 00438ba8 97d22210 c76c35c8 49df',
  },
  {
    password: '中文密码',
    encryptionSalt: '0304050607000102',
    macSalt: '0405060708010203',
    vector: '05060708090a0b0c0d0e0f0001020304',
    plain: '23456789abcdef0123456701',
    box: '03010304 05060700 01020405 06070801 02030506 0708090a 0b0c0d0e 0f000102 03048a9e 08bdec1c 4bfe13e8 1fb85f00 9ab3ddb9 1387e809 c4ad86d9 e8a60145 57716657 bd317d4b b6a76446 15b3de40 2341',
  },
] as const

describe('the password box', () => {
  for (const known of VECTORS)
    test(`agrees with the published vector of ${known.plain.length / 2} bytes under “${known.password}”`, () => {
      const dice = {
        version: 3,
        encryptionSalt: hex(known.encryptionSalt),
        macSalt: hex(known.macSalt),
        vector: hex(known.vector),
      } as const
      assert.deepEqual(sealWithPassword(hex(known.plain), known.password, dice), hex(known.box))
      assert.deepEqual(openWithPassword(hex(known.box), known.password), hex(known.plain))
    })

  test('gives nothing for a wrong password, a changed byte anywhere, or a cut', () => {
    const box = sealWithPassword(Buffer.from('settings of a sitting'), 'correct horse')
    assert.equal(openWithPassword(box, 'correct horsf'), undefined)
    for (let at = 0; at < box.length; at += 5) {
      const changed = Buffer.from(box)
      changed[at] = (changed[at] ?? 0) ^ 1
      assert.equal(openWithPassword(changed, 'correct horse'), undefined, `byte ${at}`)
    }
    for (const length of [0, 1, 34, 82, box.length - 1]) assert.equal(openWithPassword(box.subarray(0, length), 'correct horse'), undefined)
  })

  test('never seals the same bytes alike', () => {
    const plain = Buffer.from('x')
    assert.notDeepEqual(sealWithPassword(plain, 'p'), sealWithPassword(plain, 'p'))
  })
})

const SETTINGS = {
  startURL: 'http://10.0.0.2:8080/exam/?a=1&b=<2>',
  examKeySalt: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',
  allowQuit: true,
  allowPrint: false,
  browserWindowWebView: 3,
  URLFilterRules: [{ active: true, action: 1, expression: '10.0.0.2:8080/*' }],
  empty: [],
}
const how = { password: 'Kaoshi-2026-xyz', dataKeys: new Set(['examKeySalt']) }

describe('the configuration file', () => {
  test('comes back as it was written, and shows nothing without its password', () => {
    const file = writeSebFile(SETTINGS, how)
    assert.ok(file.ok)
    assert.deepEqual(readSebFile(file.value, how.password), { ok: true, value: SETTINGS })
    const outer = gunzipSync(file.value)
    assert.equal(outer.subarray(0, 4).toString(), 'pswd')
    assert.ok(!outer.includes('startURL') && !outer.includes(Buffer.from([0x1f, 0x8b, 0x08])))
    const shut = readSebFile(file.value, 'Kaoshi-2026-xyZ')
    assert.equal(!shut.ok && shut.refusal.code, 'seb-file-shut')
  })

  test('is not written under a password that is short, Chinese, or has blanks', () => {
    for (const password of ['', 'short', 'elevenchars', '密码密码密码密码密码密码', 'with a blank in it', 'x'.repeat(65)]) {
      const file = writeSebFile(SETTINGS, { ...how, password })
      assert.equal(!file.ok && file.refusal.code, 'seb-password-unfit', password)
    }
  })

  test('writes the salt as data and escapes what XML would read', () => {
    const text = writePlist(SETTINGS, how.dataKeys)
    assert.match(text, /<key>examKeySalt<\/key><data>AAEC[^<]*<\/data>/)
    assert.match(text, /a=1&amp;b=&lt;2&gt;/)
    assert.throws(() => writePlist({ a: 0.5 }, how.dataKeys), RangeError)
  })

  test('a file that swells is not read to its end', () => {
    const file = writeSebFile({ text: 'x'.repeat(4_100_000) }, how)
    assert.ok(file.ok && file.value.length < 20_000)
    const read = readSebFile(file.value, how.password)
    assert.equal(!read.ok && read.refusal.code, 'seb-file-malformed')
  })

  test('no other declaration than its own may stand before the list', () => {
    const list = '<plist version="1.0"><dict><key>a</key><true/></dict></plist>'
    assert.deepEqual(readPlist(list), { ok: true, value: { a: true } })
    assert.equal(readPlist(`<!DOCTYPE plist SYSTEM "http://foreign/x.dtd">${list}`).ok, false)
    assert.equal(readPlist(`<!DOCTYPE other PUBLIC "a" "b">${list}`).ok, false)
  })

  test('anything else is refused without falling over: no gzip, unprotected, a bomb, foreign XML', () => {
    const plain = gzipSync(Buffer.from('plnd<plist/>'))
    const bomb = gzipSync(Buffer.alloc(8_000_000))
    for (const file of [Buffer.from('x'), plain, bomb, gzipSync(Buffer.from('pswd'))]) {
      const read = readSebFile(file, how.password)
      assert.equal(read.ok, false)
    }
    for (const text of [
      '<plist><array/></plist>',
      '<plist><dict><key>a</key></dict></plist>',
      '<plist><dict><key>a</key><real>1.5</real></dict></plist>',
      '<!DOCTYPE x [<!ENTITY e "e">]><plist/>',
    ])
      assert.equal(readPlist(text).ok, false, text)
  })
})
