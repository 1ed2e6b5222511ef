import { expect, test } from 'vitest';
import { cleanAddress, hostOf, trustedCanonical } from '../../../lib/article/address.ts';

test.each([
  ['https://a.example/story?utm_source=x&id=7&fbclid=abc#top', 'https://a.example/story?id=7'],
  ['https://a.example/story?at_medium=RSS&at_campaign=KARANGA', 'https://a.example/story'],
  ['https://a.example/index.php?title=A%20B&oldid=3', 'https://a.example/index.php?title=A%20B&oldid=3'],
  ['https://a.example/?p=12', 'https://a.example/?p=12'],
  ['https://a.example/#!/news/one', 'https://a.example/#!/news/one'],
  ['https://a.example/#/news/one', 'https://a.example/#/news/one'],
  ['https://reader:secret@a.example/story', 'https://a.example/story'],
  ['https://a.example/s?q=%E0%A4%A', 'https://a.example/s?q=%E0%A4%A'],
  ['about:blank', 'about:blank'],
  ['', ''],
])('%s is kept as %s', (url, clean) => {
  expect(cleanAddress(url)).toBe(clean);
});

test('cleaning twice changes nothing more', () => {
  const once = cleanAddress('https://a.example/story?b=1&utm_x=2&a=3&&gclid=9#x');
  expect(cleanAddress(once)).toBe(once);
});

test.each([
  ['a canonical of the same site is believed', 'https://www.a.example/story', 'https://amp.a.example/story?utm_source=x', 'https://www.a.example/story'],
  ['one of another site is not', 'https://b.example/story', 'https://a.example/story', 'https://a.example/story'],
  ['one that names the home page of an inner page is not', 'https://a.example/', 'https://a.example/story', 'https://a.example/story'],
  ["one that names a language's home page is not", 'https://a.example/en/', 'https://a.example/en/story', 'https://a.example/en/story'],
  ['a home page may be its own canonical', 'https://a.example/', 'https://a.example/?utm_source=x', 'https://a.example/'],
  ['two papers under one public suffix are two sites', 'https://one.co.uk/story', 'https://two.co.uk/story', 'https://two.co.uk/story'],
  ["a neighbour's on shared hosting is not", 'https://victim.wordpress.com/story', 'https://evil.wordpress.com/story', 'https://evil.wordpress.com/story'],
  ['nor is the host itself, by one of its tenants', 'https://substack.com/story', 'https://evil.substack.com/story', 'https://evil.substack.com/story'],
  ['a tenant may name its own address with and without www', 'https://one.blogspot.com/story', 'https://www.one.blogspot.com/story?m=1', 'https://one.blogspot.com/story'],
  ['two machines of one number are two sites', 'http://10.0.1.10/story', 'http://192.168.1.10/story', 'http://192.168.1.10/story'],
  ['nor do two in the newer numbers share one', 'http://[2001:db8::1]/story', 'http://[2001:db8::2]/story', 'http://[2001:db8::2]/story'],
  ['a saved file has no other address', 'https://a.example/story', '', 'https://a.example/story'],
  ['script is no address', 'javascript:alert(1)', 'https://a.example/story', 'https://a.example/story'],
])('%s', (_, canonical, url, trusted) => {
  expect(trustedCanonical(canonical, url)).toBe(trusted);
});

test('a host is named without www', () => {
  expect(hostOf('https://www.a.example/x')).toBe('a.example');
  expect(hostOf('no address')).toBeNull();
});
