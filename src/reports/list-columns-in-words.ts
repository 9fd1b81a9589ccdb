import { fold } from '../text/fold.ts';

const columns =
  /(?<!\S)(?:nu|nam gioi|gioi tinh|dan toc|nguoi (?:ba ?na|bahnar|gia ?rai|j ?rai|gia lai|kinh|e de|thuong|dong bao)|vung (?:kho khan|sau|xa)|kho khan|lao dong truc tiep|do tuoi|tuoi|female|women|male|ethnic|age)(?!\S)/;

/**
 * Tells whether words limit a list by what only its columns say: "nữ", "người Ba Na", "vùng khó
 * khăn", "trên 60 tuổi". No report is filtered so; the workbook of the list can be.
 */
export function isColumnOfList(words: string): boolean {
  return columns.test(fold(words));
}
