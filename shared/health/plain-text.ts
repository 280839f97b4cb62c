const UNITS =
  /(℃|°c|摄氏度|度|次\/分钟?|次每分钟?|次|mm\s*hg|毫米汞柱|mmol\/l|kg|公斤|千克|cm|厘米|bpm|%|％)/gi;

/** Full-width digits, points and strokes as their plain forms; Chinese full stop and middle dot as a point; units taken off. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[。·｡]/g, '.')
    .replace(/[，、﹐]/g, ',')
    .replace(/[\u2010-\u2015\u2212－—~～至]/g, '-')
    .replace(/[\u200b-\u200f\ufeff]/g, '')
    .replace(UNITS, ' ')
    .trim();
}
