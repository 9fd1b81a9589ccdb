import { expect, it } from 'vitest';
import { longestLink, parseLink } from './parse-link.ts';

it.each([
  [
    'https://baogialai.com.vn/doi-cong-chieng-post123.html',
    'https://baogialai.com.vn/doi-cong-chieng-post123.html',
  ],
  ['http://dakdoa.gialai.gov.vn/tin?id=7', 'http://dakdoa.gialai.gov.vn/tin?id=7'],
  ['dakdoa.gialai.gov.vn/tin/7', 'https://dakdoa.gialai.gov.vn/tin/7'],
  ['www.facebook.com/dakdoa/posts/12', 'https://www.facebook.com/dakdoa/posts/12'],
  ['dạ link đây ạ: https://youtu.be/abc123', 'https://youtu.be/abc123'],
  ['Bài ở (https://vov.vn/xa-hoi).', 'https://vov.vn/xa-hoi'],
  ['HTTPS://Zalo.me/123', 'HTTPS://Zalo.me/123'],
  ['dakdoa.gov.vn:8080/tin', 'https://dakdoa.gov.vn:8080/tin'],
])('reads %s', (text, value) => expect(parseLink(text)).toEqual({ ok: true, value }));

it.each([
  ['chưa có', 'unreadable'],
  ['bài trên đài huyện', 'unreadable'],
  ['5.8.2021', 'unreadable'],
  ['http://localhost/a', 'unreadable'],
  ['https://192.168.1.1/a', 'unreadable'],
  ['https://ai:matkhau@dakdoa.gov.vn', 'unreadable'],
  ['https://', 'unreadable'],
  ['javascript:alert(1)', 'not-web'],
  ['ftp://dakdoa.gov.vn/tin', 'not-web'],
  ['file:///etc/passwd', 'not-web'],
  ['mailto:ai@dakdoa.gov.vn', 'not-web'],
  ['data:text/html,x', 'not-web'],
  ['https://a.vn/1 và https://a.vn/2', 'several'],
  [`https://a.vn/${'x'.repeat(longestLink)}`, 'too-long'],
])('refuses %s', (text, problem) => expect(parseLink(text)).toEqual({ ok: false, problem }));
