DROP TABLE article_votes;
DROP TABLE article_versions;
DROP TABLE articles;
