import type { ProvenanceText } from '../../core/provenance.ts'

export const guangdongNotice2025: ProvenanceText =
  'found:http://www.daxuedu.com/2025/06/15/%e3%80%90%e6%9c%80%e6%96%b0%e8%80%83%e6%9c%9f%e3%80%91%e5%b9%bf%e4%b8%9c-%e7%94%b5%e5%ad%90%e5%95%86%e5%8a%a1%e5%b8%88-%e7%bd%91%e5%95%86-%e8%81%8c%e4%b8%9a%e6%8a%80%e8%83%bd%e7%ad%89%e7%ba%a7'
export const levelGuide2022: ProvenanceText = 'found:https://chinwin.com/news/detail_2511.html'
export const siblingConditions: ProvenanceText = 'found:https://wet35.com/shijuan/1488_2_1.html'
export const siblingGuide: ProvenanceText = 'found:http://m.vntvmtd.cn/news/2758.html'
export const siblingStandardExcerpt: ProvenanceText = 'found:https://ks.shangxueba.com/zn/3FjtIxpI.html'
export const standardExcerpt2022: ProvenanceText = 'found:https://tk.shangxueba.com/zn/GFAzBqk3.html'
export const standardReport2022: ProvenanceText = 'found:https://www.xinpintoutiao.com/post/123644.html'
