import { createContext, createElement, type ReactNode, useCallback, useContext } from 'react'
import { useLanguage, type Language } from './words.ts'

/** Names of institutions by their eight-digit codes, from whoever draws the page. */
const Names = createContext<ReadonlyMap<string, string>>(new Map())

export type PlaceName = (code: string) => string | undefined

/** Gives the pages within the names of institutions, so that they can say a place instead of its code. */
export function PlaceNames({ names, children }: { readonly names: ReadonlyMap<string, string>; readonly children?: ReactNode }) {
  return createElement(Names.Provider, { value: names }, children)
}

/** The name of a province or an institution by its code; undefined where it is not known. */
export function usePlaceName(): PlaceName {
  const names = useContext(Names)
  const language = useLanguage()
  return useCallback(code => names.get(code) ?? provinceName(code, language), [names, language])
}

/** `北京市` for `11` (GB/T 2260, two digits), and the provinces of the seed country; undefined for any other code. */
export function provinceName(code: string, language: Language = 'zh'): string | undefined {
  return PROVINCES[code]?.[language === 'zh' ? 0 : 1]
}

const PROVINCES: Readonly<Record<string, readonly [string, string]>> = {
  11: ['北京市', 'Beijing'],
  12: ['天津市', 'Tianjin'],
  13: ['河北省', 'Hebei'],
  14: ['山西省', 'Shanxi'],
  15: ['内蒙古自治区', 'Inner Mongolia'],
  21: ['辽宁省', 'Liaoning'],
  22: ['吉林省', 'Jilin'],
  23: ['黑龙江省', 'Heilongjiang'],
  31: ['上海市', 'Shanghai'],
  32: ['江苏省', 'Jiangsu'],
  33: ['浙江省', 'Zhejiang'],
  34: ['安徽省', 'Anhui'],
  35: ['福建省', 'Fujian'],
  36: ['江西省', 'Jiangxi'],
  37: ['山东省', 'Shandong'],
  41: ['河南省', 'Henan'],
  42: ['湖北省', 'Hubei'],
  43: ['湖南省', 'Hunan'],
  44: ['广东省', 'Guangdong'],
  45: ['广西壮族自治区', 'Guangxi'],
  46: ['海南省', 'Hainan'],
  50: ['重庆市', 'Chongqing'],
  51: ['四川省', 'Sichuan'],
  52: ['贵州省', 'Guizhou'],
  53: ['云南省', 'Yunnan'],
  54: ['西藏自治区', 'Tibet'],
  61: ['陕西省', 'Shaanxi'],
  62: ['甘肃省', 'Gansu'],
  63: ['青海省', 'Qinghai'],
  64: ['宁夏回族自治区', 'Ningxia'],
  65: ['新疆维吾尔自治区', 'Xinjiang'],
  71: ['台湾省', 'Taiwan'],
  81: ['香港特别行政区', 'Hong Kong'],
  82: ['澳门特别行政区', 'Macao'],
  91: ['云江省', 'Yunjiang'],
  92: ['海陵省', 'Hailing'],
}
