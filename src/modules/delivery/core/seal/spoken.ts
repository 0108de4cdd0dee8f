import { SYMBOLS, groupsOf } from './key-text.ts'

/** How each symbol is said by telephone so that none is taken for another: digits as on the radio, letters by a word. */
const SAID: Readonly<Record<string, string>> = {
  0: '洞',
  1: '幺',
  2: '两',
  3: '三',
  4: '四',
  5: '五',
  6: '六',
  7: '拐',
  8: '八',
  9: '勾',
  A: 'A（苹果apple）',
  B: 'B（男孩boy）',
  C: 'C（小猫cat）',
  D: 'D（小狗dog）',
  E: 'E（鸡蛋egg）',
  F: 'F（父亲father）',
  G: 'G（女孩girl）',
  H: 'H（帽子hat）',
  J: 'J（果汁juice）',
  K: 'K（国王king）',
  M: 'M（母亲mother）',
  N: 'N（鼻子nose）',
  P: 'P（钢琴piano）',
  Q: 'Q（女王queen）',
  R: 'R（红色red）',
  S: 'S（太阳sun）',
  T: 'T（大树tree）',
  V: 'V（小提琴violin）',
  W: 'W（水water）',
  X: 'X（X光）',
  Y: 'Y（黄色yellow）',
  Z: 'Z（斑马zebra）',
}

/** A key text as lines to read aloud, one group a line: `第1组：洞，幺，A（苹果apple），拐`. Characters outside the alphabet are a bug and throw. */
export function sayKeyText(keyText: string): string[] {
  const symbols = [...keyText.replaceAll('-', '')]
  return groupsOf(symbols).map((group, n) => `第${n + 1}组：${[...group].map(saySymbol).join('，')}`)
}

/** Which word stands for which symbol, to be printed beside the telephone. */
export function readingAid(): string {
  return [...SYMBOLS].map(symbol => (/\d/.test(symbol) ? `${symbol}读${saySymbol(symbol)}` : saySymbol(symbol))).join('，')
}

function saySymbol(symbol: string): string {
  const said = SAID[symbol]
  if (said === undefined) throw new RangeError(`no symbol of a key text: ${symbol}`)
  return said
}
