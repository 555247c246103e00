<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>porchlight::WindowApp</name>
    <message>
        <source>Porchlight is open already but does not answer. End it, then start it again.</source>
        <translation>Porchlight ist schon offen, antwortet aber nicht. Beenden Sie es, und starten Sie es dann neu.</translation>
    </message>
</context>
<context>
    <name>porchlight::WindowLanguage</name>
    <message>
        <source>en_US</source>
        <extracomment>The language of this translation and the country whose numbers and dates go with it, as in &quot;de_DE&quot;.</extracomment>
        <translation>de_DE</translation>
    </message>
</context>
</TS>
