#!/bin/sh
# feed 6.0.0: a control character in a title makes the whole Atom and RSS feed unreadable, and json1() writes JSON Feed 1, of 2017.
#
# Texts are put into CDATA sections, in which & and < may stand, but XML 1.0 has no character such as U+000B (a vertical tab, as it comes from Word and
# PDF) anywhere. One entry with it, and every reader that parses XML refuses all entries. Outside of CDATA sections, as in the title of the feed, it is the same.
#
# Installs the packages into a temporary folder. Exit 0: seen as told here; 1: something has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund --save-exact feed@6.0.0 saxes@6.0.0 >install.log 2>&1 || { cat install.log; exit 1; }

cat >write.js <<'JS'
import { Feed } from 'feed';
import { SaxesParser } from 'saxes';
const feed = new Feed({ title: 'News', id: 'urn:example:news', link: 'https://news.example/', updated: new Date(0) });
feed.addItem({ title: 'First\u000bSecond', id: 'urn:example:1', link: 'https://news.example/1', date: new Date(0) });
const problem = (text) => {
  let found = 'none';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    if (found === 'none') found = error.message;
  });
  parser.write(text).close();
  return found;
};
console.log(`Atom: ${problem(feed.atom1())}`);
console.log(`RSS: ${problem(feed.rss2())}`);
console.log(`JSON Feed: ${JSON.parse(feed.json1()).version}`);
JS

seen=$(node write.js)
echo "$seen"
expected='Atom: 9:42: disallowed character.
RSS: 11:34: disallowed character.
JSON Feed: https://jsonfeed.org/version/1'
if [ "$seen" != "$expected" ]; then
  printf 'That has changed. Expected:\n%s\n' "$expected"
  exit 1
fi
