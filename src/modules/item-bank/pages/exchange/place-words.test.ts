import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { placeWords } from './place-words.ts'

const CHINESE = /[\u4e00-\u9fff]/
const HOUSE = new URL('../../', import.meta.url)

/** Every name of a place that a reader or writer of a format writes down. */
function namesInFormats(): string[] {
  const files = ['formats', 'core/exchange'].flatMap(folder =>
    readdirSync(new URL(folder, HOUSE), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map(name => readFileSync(new URL(`${folder}/${name}`, HOUSE), 'utf8')),
  )
  const calls = [
    /notes\.(?:lost|changed|fault)\(\s*'([^']+)'/g,
    /unfit\(\s*entry,\s*'(\w+)'/g,
    /\belement: '([^']+)'/g,
    /\bfault\((?:''|\w+), '([^']+)'/g,
    /(?:proseIn|lineIn|textOnly)\([^\n]*, '(\w+)'/g,
  ]
  return [...new Set(files.flatMap(text => calls.flatMap(call => [...text.matchAll(call)].map(found => found[1] ?? ''))))]
}

test('every place that a format names is said in Chinese', () => {
  const names = namesInFormats()
  assert.ok(names.length > 50 && names.includes('facts') && names.includes('itemBody'), `${names.length} names`)
  assert.deepEqual(
    names.filter(name => !CHINESE.test(placeWords(name, 'zh'))),
    [],
  )
  assert.deepEqual(
    names.filter(name => CHINESE.test(placeWords(name, 'en'))),
    [],
  )
})

const places: readonly (readonly [string, string, string])[] = [
  ['facts', '试题信息', 'facts of the item'],
  ['line 12', '第12行', 'line 12'],
  ['[[3]]', '第3空', 'gap 3'],
  ['试题!C7', '“试题”表C7', 'C7 of sheet “试题”'],
  ['file a b.png', '文件“a b.png”', 'file “a b.png”'],
  ['question type="calculated"', '题型“calculated”', 'type “calculated”'],
  ['answer fraction', '选项得分比例', 'marks of options'],
  ['questiontext img', '题干中的图片', 'pictures in stem'],
  ['itemBody strong', '试题正文中的字符样式', 'letter styles in body of the item'],
  ['answer marquee', '选项或答案中的marquee', 'marquee in options or key'],
  ['drawingInteraction', '作答部分', 'interaction'],
  ['items/q1.xml', 'items/q1.xml', 'items/q1.xml'],
  ['no such', 'no such', 'no such'],
  ['constructor', 'constructor', 'constructor'],
  ['', '', ''],
]
for (const [element, zh, en] of places)
  test(`a place called ${element || 'nothing'} is said as ${zh || 'nothing'}`, () =>
    assert.deepEqual([placeWords(element, 'zh'), placeWords(element, 'en')], [zh, en]))
